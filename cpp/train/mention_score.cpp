#include "mention_score.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "text/unicode.h"

namespace pullquote::train {

namespace {

// The number of the word that each code point belongs to, -1 between words. A word is letters, digits and underscores,
// joined by single . ' ’ & or -; a final 's is no part of it.
std::vector<int> number_words(std::string_view utf8) {
  std::vector<char32_t> text;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [c, length] = text::decode(utf8, at);
    text.push_back(c);
    at += length;
  }
  const auto in_word = [&](std::size_t i) {
    return i < text.size() && (text[i] == '_' || text::group_of(text[i]) == text::Group::kNumber ||
                               (text::is_letter(text[i]) && !text::is_mark(text[i])));
  };
  std::vector<int> numbers(text.size() + 1, -1);
  int word = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!in_word(i)) {
      ++i;
      continue;
    }
    auto end = i;
    while (true) {
      while (in_word(end)) ++end;
      const auto joint = end < text.size() ? text[end] : U' ';
      const bool joins = joint == '.' || joint == '\'' || joint == U'\u2019' || joint == '&' || joint == '-';
      if (!joins || !in_word(end + 1)) break;
      ++end;
    }
    const bool possessive =
        end - i > 2 && text[end - 1] == 's' && (text[end - 2] == '\'' || text[end - 2] == U'\u2019');
    for (auto k = i; k < end - (possessive ? 2 : 0); ++k) numbers[k] = word;
    ++word;
    i = end;
  }
  return numbers;
}

using Bag = std::tuple<int, int, Label>;  // first and last word

std::vector<Bag> bags_of(const std::vector<int>& words, const std::vector<Marked>& mentions) {
  std::vector<Bag> bags;
  for (const auto& [span, label] : mentions) {
    int first = -1, last = -1;
    for (auto k = span.start; k < std::min<std::size_t>(span.end, words.size()); ++k) {
      if (words[k] < 0) continue;
      if (first < 0) first = words[k];
      last = words[k];
    }
    bags.emplace_back(first, last, label);
  }
  return bags;
}

std::set<Bag> set_of(const std::vector<Bag>& bags) {
  std::set<Bag> out(bags.begin(), bags.end());
  std::erase_if(out, [](const Bag& bag) { return std::get<0>(bag) < 0; });
  return out;
}

}  // namespace

void MentionScore::add(std::string_view text, const std::vector<Marked>& gold, const std::vector<Marked>& found) {
  const auto words = number_words(text);
  const auto g = set_of(bags_of(words, gold));
  const auto f = set_of(bags_of(words, found));
  std::set<std::pair<int, int>> gold_spans, found_spans;
  for (const auto& bag : g) {
    ++labels[static_cast<std::size_t>(std::get<2>(bag))].gold;
    gold_spans.emplace(std::get<0>(bag), std::get<1>(bag));
  }
  for (const auto& bag : f) {
    auto& counts = labels[static_cast<std::size_t>(std::get<2>(bag))];
    ++counts.found;
    if (g.contains(bag)) ++counts.right;
    found_spans.emplace(std::get<0>(bag), std::get<1>(bag));
  }
  boundaries.gold += static_cast<std::uint32_t>(gold_spans.size());
  boundaries.found += static_cast<std::uint32_t>(found_spans.size());
  for (const auto& span : found_spans) boundaries.right += gold_spans.contains(span) ? 1 : 0;
}

Counts MentionScore::all() const {
  Counts sum;
  for (const auto& counts : labels) {
    sum.gold += counts.gold;
    sum.found += counts.found;
    sum.right += counts.right;
  }
  return sum;
}

Counts MentionScore::core() const {
  Counts sum;
  for (const auto label : {Label::kPerson, Label::kOrg, Label::kLoc}) {
    const auto& counts = labels[static_cast<std::size_t>(label)];
    sum.gold += counts.gold;
    sum.found += counts.found;
    sum.right += counts.right;
  }
  return sum;
}

std::vector<bool> which_are_right(std::string_view text, const std::vector<Marked>& gold,
                                  const std::vector<Marked>& found) {
  const auto words = number_words(text);
  const auto g = set_of(bags_of(words, gold));
  std::vector<bool> right;
  for (const auto& bag : bags_of(words, found)) right.push_back(g.contains(bag));
  return right;
}

}  // namespace pullquote::train
