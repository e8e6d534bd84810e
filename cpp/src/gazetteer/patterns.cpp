#include "patterns.h"

#include <algorithm>
#include <numeric>

#include "pullquote/error.h"

namespace pullquote::gazetteer {

namespace {

// Bounds on what one pattern, and all of them together, may take while they match.
constexpr std::int64_t kPatternMemory = 4 << 20;
constexpr std::int64_t kSetMemory = 64 << 20;
constexpr std::size_t kFew = 4;  // as many are searched for one by one

re2::RE2::Options options(std::int64_t memory) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

}  // namespace

void Patterns::add(std::string_view text, std::uint32_t entry) {
  const auto fail = [&](std::string what, std::string hint) {
    constexpr std::size_t kShown = 80;
    throw Error(ErrorCode::kInvalidPattern, std::move(what), std::string(text.substr(0, kShown)), std::move(hint));
  };
  auto expression =
      std::make_unique<const re2::RE2>(re2::StringPiece(text.data(), text.size()), options(kPatternMemory));
  if (!expression->ok()) {
    fail("not a regular expression: " + expression->error(),
         "the syntax is that of re2, which has no look-around and no back-references");
  }
  if (re2::RE2::FullMatch("", *expression)) {
    fail("the pattern matches an empty text",
         "let it ask for at least one character, for example with + in place of *");
  }
  all_.push_back({std::string(text), entry, std::move(expression)});
}

void Patterns::finish() {
  if (all_.size() <= kFew) return;
  auto set = std::make_unique<re2::RE2::Set>(options(kSetMemory), re2::RE2::UNANCHORED);
  for (const auto& pattern : all_) {
    if (set->Add(pattern.text, nullptr) < 0) return;
  }
  if (set->Compile()) set_ = std::move(set);
}

void Patterns::find(std::string_view text, std::vector<Found>& found) const {
  std::vector<int> matching;
  if (set_) {
    re2::RE2::Set::ErrorInfo error{};
    const bool any = set_->Match(re2::StringPiece(text.data(), text.size()), &matching, &error);
    if (!any && error.kind == re2::RE2::Set::kNoError) return;
    if (!any) matching.clear();  // out of memory: ask each
    std::sort(matching.begin(), matching.end());
  }
  if (matching.empty()) {
    matching.resize(all_.size());
    std::iota(matching.begin(), matching.end(), 0);
  }
  for (const int pattern : matching) find(static_cast<std::uint32_t>(pattern), text, found);
}

void Patterns::find(std::uint32_t number, std::string_view text, std::vector<Found>& found) const {
  const auto& [pattern, entry, expression] = all_[number];
  const re2::StringPiece whole(text.data(), text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto last_start = std::min(text.size(), at + kLongestMatch);
    const auto reach = std::min(text.size(), at + 2 * kLongestMatch);
    re2::StringPiece match;
    if (!expression->Match(whole, at, reach, re2::RE2::UNANCHORED, &match, 1)) {
      at = last_start;
      continue;
    }
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    const auto end = begin + match.size();
    if (begin >= last_start) {  // from here its whole length is in reach
      at = begin < text.size() ? begin : last_start;
      continue;
    }
    if (!match.empty() && match.size() <= kLongestMatch) found.push_back({begin, end, entry, number});
    at = std::max(end, begin + 1);
  }
}

}  // namespace pullquote::gazetteer
