#include "verb_groups.h"

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kReach = 30;  // tokens that a verb group may have

}  // namespace

Polarity polarity_of(const VerbGroup& group, bool denies) {
  if (group.negated || denies) return Polarity::kNegated;
  return group.hypothetical ? Polarity::kHypothetical : Polarity::kAsserted;
}

VerbGroup verb_group(const Article& a, std::uint32_t head, std::uint32_t from) {
  VerbGroup group{.tokens = {head, head + 1}};
  const auto* const cue = a.cue(head);
  if (cue != nullptr && !cue->tails.empty() && head + 1 < a.size() && is_among(cue->tails, a.lower(head + 1))) {
    ++group.tokens.last;
  }
  const bool ing = a.lower(head).ends_with("ing");
  group.participle = ing;
  auto& first = group.tokens.first;
  while (first > from && head - first < kReach) {
    const auto i = first - 1;
    if (a.is_quoted(i) || a.mention(i) != nullptr) break;
    if (a.is(i, kNegation)) {
      group.negated = true;
    } else if (a.is(i, kModal)) {
      group.hypothetical = true;
    } else if (a.is(i, kAuxiliary)) {
      group.participle = false;
      if (a.is(i, kBe) && !ing) group.passive = true;
    } else if (a.lower(i) == "to") {
      if (i > from && a.is(i - 1, kRaising)) {
        group.negated = group.negated || a.is(i - 1, kRefusing);
        first = i - 1;
        if (a.lower(i - 1) == "on" && first > from) --first;
        continue;
      }
      group.infinitive = true;
      group.hypothetical = true;
      first = i;
      break;
    } else if (!a.is(i, kAdverb) && !(a.is_word(i) && a.lower(i).size() > 4 && a.lower(i).ends_with("ly"))) {
      break;
    } else if (a.is(i, kDeterminer)) {
      break;
    }
    first = i;
  }
  return group;
}

std::uint32_t first_verb(const Article& a, TokenRange phrase) {
  for (auto i = phrase.first; i < phrase.last; ++i) {
    if (a.is_quoted(i) || a.is(i, kRelative) || a.lower(i) == "that") break;
    if (a.is_finite(i) && a.mention(i) == nullptr) return i;
  }
  return phrase.last;
}

}  // namespace pullquote::quotes
