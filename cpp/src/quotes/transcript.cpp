#include "transcript.h"

#include <optional>
#include <string_view>
#include <unordered_map>

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kLongestLabel = 5;
constexpr std::uint32_t kFewestTurns = 2;

struct Turn {
  TokenRange label{};
  TokenRange speech{};
};

std::optional<Turn> turn_in(const Article& a, const tokens::Section& section) {
  if (section.kind != SectionKind::kParagraph && section.kind != SectionKind::kHeadline) return std::nullopt;
  auto first = section.tokens.first;
  auto last = section.tokens.last;
  // The marks may stand around the whole turn, label and all.
  const bool marked = a.opens_quotation(first);
  if (marked) ++first;
  auto colon = first;
  while (colon < last && colon - first <= kLongestLabel && a.is_word(colon) && a.token(colon).upper) ++colon;
  if (colon == first || colon + 1 >= last || !a.is_char(colon, ':')) return std::nullopt;
  if (marked && a.quotations[a.quotation_at(first)].closed && a.quotations[a.quotation_at(first)].tokens.last == last)
    --last;
  // A quotation after the colon is the business of another rule.
  if (colon + 1 >= last || a.opens_quotation(colon + 1)) return std::nullopt;
  return Turn{{first, colon}, {colon + 1, last}};
}

bool is_person(const Article& a, TokenRange label) {
  const auto* m = a.mention(label.last - 1);
  return m != nullptr && m->label == Label::kPerson && m->tokens.last == label.last;
}

bool is_shouted(const Article& a, TokenRange label) {
  for (auto i = label.first; i < label.last; ++i) {
    if (!a.token(i).all_upper) return false;
  }
  return true;
}

}  // namespace

void attribute_transcript(const Article& article, Attributions& found) {
  std::unordered_map<std::string_view, std::uint32_t> turns;
  for (const auto& section : article.text.sections) {
    if (const auto turn = turn_in(article, section)) ++turns[article.words.lower(turn->label)];
  }
  for (const auto& section : article.text.sections) {
    const auto turn = turn_in(article, section);
    if (!turn) continue;
    // A headline is a turn alone: "Reyes: The cup is lost"
    const bool headline = section.kind == SectionKind::kHeadline;
    if (!headline && turns[article.words.lower(turn->label)] < kFewestTurns) continue;
    if (!is_person(article, turn->label) && (headline || !is_shouted(article, turn->label))) continue;
    const auto colon = turn->label.last;
    found.add(article, {.content = {turn->speech},
                        .cue = {{colon, colon + 1}},
                        .source = {turn->label},
                        .end = turn->speech.last,
                        .confidence = 0.9F});
  }
}

}  // namespace pullquote::quotes
