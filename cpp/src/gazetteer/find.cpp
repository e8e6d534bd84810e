#include "gazetteer/find.h"

#include <algorithm>
#include <optional>

#include "gazetteer_impl.h"
#include "word_keys.h"

namespace pullquote::gazetteer {

namespace {

using tokens::TokenRange;

constexpr std::uint32_t kName = 0xFFFFFFFF;  // in place of the number of a pattern

struct Candidate {
  TokenRange tokens;
  std::uint32_t entry;
  std::uint32_t pattern;
};

class Finder {
 public:
  Finder(const Gazetteer::Impl& known, const tokens::TokenizedText& text) : known_(known), text_(text) {}

  std::vector<Match> find() {
    if (known_.names.size() != 0) find_names();
    if (!known_.patterns.all().empty()) find_patterns();
    return choose();
  }

 private:
  // All names from each token on: the longest may have to give way to one that begins later and is longer still.
  void find_names() {
    const auto size = text_.tokens.size();
    std::vector<std::uint64_t> folded(size);
    exact_.assign(size, 0);
    for (std::uint32_t i = 0; i < size; ++i) folded[i] = folded_key(text_.word(i), text_.tokens[i].kind);
    for (const auto& section : text_.sections) {
      for (auto first = section.tokens.first; first < section.tokens.last; ++first) {
        auto hash = kNoWords;
        const auto end = std::min<std::size_t>(section.tokens.last, first + GazetteerBuilder::kMostWords);
        for (auto last = first; last < end; ++last) {
          hash = extend(hash, folded[last]);
          const auto node = known_.names.find(hash);
          if (!node.exists) break;
          if (node.form != 0) {
            if (const auto entry = matching(node.form - 1, {first, last + 1})) {
              candidates_.push_back({{first, last + 1}, *entry, kName});
            }
          }
          if (!node.goes_on) break;
        }
      }
    }
  }

  // The entry of the first of the forms that has these capitals.
  [[nodiscard]] std::optional<std::uint32_t> matching(std::uint32_t number, TokenRange range) {
    for (auto i = range.first; i < range.last; ++i) {
      if (exact_[i] == 0) exact_[i] = exact_key(text_.word(i), text_.tokens[i].kind);
    }
    for (;;) {
      const auto& form = known_.names.form(number);
      if (exact_hash(exact_, range.first, range.size(), form.exact_mask) == form.exact_hash) return form.entry;
      if (form.next == 0) return std::nullopt;
      number = form.next - 1;
    }
  }

  void find_patterns() {
    std::vector<Patterns::Found> found;
    for (const auto& section : text_.sections) {
      const auto begin = text_.tokens[section.tokens.first].begin;
      const auto end = text_.tokens[section.tokens.last - 1].end;
      found.clear();
      known_.patterns.find(text_.text->view({begin, end}), found);
      for (const auto& match : found) {
        const auto range = whole_tokens(section.tokens, begin + match.begin, begin + match.end);
        if (range) candidates_.push_back({*range, match.entry, match.pattern});
      }
    }
  }

  // The tokens that the bytes are; nothing where they begin or end inside of one. A full stop may be left out: whether
  // it belongs to a word depends on what comes after it.
  [[nodiscard]] std::optional<TokenRange> whole_tokens(TokenRange section, std::size_t begin, std::size_t end) const {
    const auto first = text_.tokens.begin() + section.first;
    const auto last = text_.tokens.begin() + section.last;
    const auto from = std::partition_point(first, last, [&](const auto& token) { return token.begin < begin; });
    const auto to = std::partition_point(from, last, [&](const auto& token) { return token.end < end; });
    if (from == last || to == last || from->begin != begin) return std::nullopt;
    const bool stop = to->end == end + 1 && text_.text->view()[end] == '.';
    if (to->end != end && !stop) return std::nullopt;
    return TokenRange{static_cast<std::uint32_t>(from - text_.tokens.begin()),
                      static_cast<std::uint32_t>(to - text_.tokens.begin()) + 1};
  }

  [[nodiscard]] std::vector<Match> choose() {
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
      if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
      return a.pattern + 1 < b.pattern + 1;  // names first
    });
    std::vector<bool> taken(text_.tokens.size(), false);
    std::vector<Match> matches;
    for (const auto& [range, entry, pattern] : candidates_) {
      // What is there already is no shorter, so it covers an end of what it overlaps.
      if (taken[range.first] || taken[range.last - 1]) continue;
      std::fill(taken.begin() + range.first, taken.begin() + range.last, true);
      matches.push_back({range, entry, known_.label(entry), known_.name(entry), known_.id(entry)});
    }
    std::sort(matches.begin(), matches.end(),
              [](const Match& a, const Match& b) { return a.tokens.first < b.tokens.first; });
    return matches;
  }

  const Gazetteer::Impl& known_;
  const tokens::TokenizedText& text_;
  std::vector<std::uint64_t> exact_;  // 0: not asked yet
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Match> find(const Gazetteer& gazetteer, const tokens::TokenizedText& text) {
  if (gazetteer.empty() || text.tokens.empty()) return {};
  return Finder(*gazetteer.impl(), text).find();
}

}  // namespace pullquote::gazetteer
