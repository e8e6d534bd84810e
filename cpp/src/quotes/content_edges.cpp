#include "content_edges.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pullquote::quotes {

namespace {

/// The only quotation of a range that names it as a form of words, 'the phrase "fair share" in every speech', also
/// where the range begins behind "the phrase"; or kNone.
std::uint32_t form_of_words(const Article& a, TokenRange range) {
  static constexpr std::array<std::string_view, 9> kForms = {"hashtag", "label", "motto", "nickname", "phrase",
                                                             "slogan",  "term",  "word",  "words"};
  const auto mark = a.opens_quotation(range.first) ? range.first : range.first + 2;
  if (mark < 2 || mark >= range.last || !a.opens_quotation(mark) || !a.is(mark - 2, kDeterminer)) return Article::kNone;
  if (!std::binary_search(kForms.begin(), kForms.end(), a.lower(mark - 1))) return Article::kNone;
  const auto q = a.quotation_at(mark);
  for (auto i = a.quotations[q].tokens.last; i < range.last; ++i) {
    if (a.is_quoted(i)) return Article::kNone;
  }
  return q;
}

/// Said that it rained. The ministry put: content behind its cue ends with a sentence, not soon after.
TokenRange without_next_sentence(const Article& a, TokenRange range) {
  const auto sentence = a.sentence(range.last - 1);
  if (sentence.first <= range.first || a.is_quoted(range.last - 1)) return range;
  for (auto i = range.last; i < sentence.last; ++i) {
    if (a.is_word(i)) return {range.first, sentence.first};
  }
  return range;
}

/// Told "reporters that it rained": not whom, only what.
TokenRange without_addressee(const Article& a, TokenRange range) {
  constexpr std::uint32_t kLongest = 8;
  for (auto i = range.first; i < range.last && i <= range.first + kLongest; ++i) {
    if (a.is_quoted(i) || a.is_pause(i)) break;
    if (a.lower(i) == "that") return {i, range.last};
    if (a.is_finite(i)) break;
  }
  return range;
}

/// The slogan, "Not one more", was still there: what the clause around a quotation goes on with is the reporter's.
TokenRange without_clause_behind(const Article& a, TokenRange range) {
  if (!a.opens_quotation(range.first)) return range;
  const auto& quotation = a.quotations[a.quotation_at(range.first)];
  const auto end = quotation.tokens.last;
  if (end + 1 >= range.last) return range;
  const bool outside = a.is_pause(end);
  if (!outside && !a.is_char(a.last_inside(quotation), ',')) return range;
  return a.is_finite(outside ? end + 1 : end) ? TokenRange{range.first, end} : range;
}

/// Whether a clause with a subject of its own follows: "while the union offered help".
bool precedes_clause(const Article& a, std::uint32_t conjunction) {
  constexpr std::uint32_t kLongestSubject = 8;
  bool subject = false;
  for (auto i = conjunction + 1; i < a.size() && i <= conjunction + 1 + kLongestSubject; ++i) {
    if (a.is_quoted(i) || a.is_pause(i) || a.ends_sentence(i)) return false;
    if (a.is_finite(i)) return subject;
    subject = subject || a.is_nominal(i);
  }
  return false;
}

/// Offered "regret" to the pilots while the union offered help: where things are said and no clause, one that stands in
/// contrast is the reporter's, as annotators nearly always have it.
TokenRange without_contrast(const Article& a, TokenRange range) {
  static constexpr std::array<std::string_view, 6> kContrasts = {"after",  "although", "but",
                                                                 "though", "whereas",  "while"};
  if (a.lower(range.first) == "to" || a.lower(range.first) == "that") return range;
  for (auto i = range.first; i < range.last; ++i) {
    if (a.is_quoted(i)) continue;
    if (a.is_finite(i)) break;
    if (i == range.first || !std::binary_search(kContrasts.begin(), kContrasts.end(), a.lower(i))) continue;
    if (precedes_clause(a, i)) return {range.first, i};
  }
  return range;
}

}  // namespace

std::vector<TokenRange> trimmed_content(const Article& a, std::vector<TokenRange> content, std::uint32_t anchor) {
  std::vector<TokenRange> out;
  const auto ends = [&](std::uint32_t i) { return a.is_pause(i) || (a.is_char(i, '.') && !a.is_quoted(i)); };
  for (auto range : content) {
    while (!range.empty() && ends(range.first)) ++range.first;
    if (range.empty()) continue;
    if (range.first > anchor) range = without_contrast(a, without_next_sentence(a, range));
    if (range.first == anchor + 1 && a.takes(anchor, kAddressee)) range = without_addressee(a, range);
    range = without_clause_behind(a, range);
    // Called it "a tax" - a word that stings: the aside behind the marks is the reporter's.
    for (auto i = range.last; i-- > range.first + 1 && !a.is_quoted(i);) {
      if (a.is_free_dash(i) && a.is_quoted(i - 1)) range.last = i;
    }
    while (!range.empty() && ends(range.last - 1)) --range.last;
    if (range.empty()) continue;
    const auto form = form_of_words(a, range);
    if (form != Article::kNone) range = a.quotations[form].tokens;
    const auto q = a.quotation_at(range.first);
    if (q != Article::kNone && a.quotations[q].tokens == range) range = a.quotations[q].inside;
    out.push_back(range);
  }
  return out;
}

std::uint32_t parallel_participle(const Article& a, TokenRange content, std::uint32_t anchor) {
  if (a.parse.heads.empty() || content.first <= anchor) return Article::kNone;
  for (auto i = content.first + 1; i + 1 < content.last; ++i) {
    if (a.is_quoted(i)) continue;
    if (a.is_finite(i)) break;
    const bool apart = a.is_char(i - 1, ',') || a.lower(i - 1) == "while";
    if (apart && a.parse.tags[i] == syntax::Tag::kVerbIng && a.parse.heads[i] == anchor && a.cue(i) != nullptr)
      return i;
  }
  return Article::kNone;
}

}  // namespace pullquote::quotes
