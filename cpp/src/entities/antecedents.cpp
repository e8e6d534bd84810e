#include "antecedents.h"

#include <algorithm>
#include <array>

// The preferences of Lappin and Leass (1994), in log-odds: near before far, subjects before objects, who is talked of
// before who is not. Weights learned from the annotated texts at hand did worse on others of them than these do: there
// are three hundred pronouns, most of them in speech, and their annotation lacks the main person of most texts.

namespace pullquote::entities {

namespace {

constexpr float kOfSomebody = 1;  // that a pronoun means anybody among those in mind
constexpr float kAhead = 2;
constexpr std::array<float, 6> kSentences = {1.4F,  0,     -1.3F,
                                             -2.2F, -2.6F, -3};  // same, 1, 2, 3 or 4, 5 to 7, more before
constexpr std::uint32_t kShortSentence = 15;                     // tokens
constexpr float kSubject = 0.5F;
constexpr float kOblique = 0;
constexpr float kModifier = -1;
constexpr float kVocative = -2;
constexpr float kPronounBefore = 0.5F;
constexpr float kNominal = 0.2F;
constexpr float kGenderStated = 0.8F;
constexpr float kGenderGuessed = 0.6F;
constexpr float kOtherGenderGuessed = -2.5F;
constexpr float kLastSpeaker = 1;
constexpr float kMentions = 0.15F;  // for each doubling or so
constexpr float kLineLabel = -1;
constexpr float kLineLabelHere = -2;
constexpr float kOwnWords = -1.5F;  // who speaks seldom says "he" of himself
constexpr float kSpoke = 0.5F;
constexpr float kFromQuote = -2;  // whom a quotation speaks of, for a pronoun outside of it
constexpr float kQuantifier = -0.7F;

constexpr float kPerToken = -0.02F;  // between mentions in one sentence
constexpr std::uint32_t kFewTokens = 30;
// The subject of the pronoun's own clause: "he saw him" are two people, "he hurt himself" and "he lost his hat" one.
constexpr std::array<float, 4> kOwnSubject = {0, -2, 1, 2};

std::size_t bucket(std::uint32_t n, std::initializer_list<std::uint32_t> bounds) {
  return static_cast<std::size_t>(std::count_if(bounds.begin(), bounds.end(), [n](auto bound) { return n >= bound; }));
}

}  // namespace

float plausibility(const Pronoun& pronoun, const Antecedent& antecedent) {
  if (antecedent.ahead) return kOfSomebody + kAhead;
  const auto& at = pronoun.at;
  const auto& last = antecedent.last;
  auto sentences = at.sentence - last.sentence;
  // The sentences of a dialogue are short: "Yes." "That's correct."
  if (sentences > 1) sentences = std::min(sentences, 1 + (at.tokens.first - last.tokens.first) / kShortSentence);
  float points = kOfSomebody + kSentences[bucket(sentences, {1, 2, 3, 5, 8})];
  if (last.place == Place::kSubject) points += kSubject;
  if (last.place == Place::kOblique) points += kOblique;
  if (last.place == Place::kModifier) points += kModifier;
  if (last.place == Place::kVocative) points += kVocative;
  if (antecedent.kind == MentionKind::kPronoun) points += kPronounBefore;
  if (antecedent.kind == MentionKind::kNominal) points += kNominal;
  const auto known = antecedent.gender;
  if (known.trust == Trust::kStated) points += kGenderStated;
  if (known.trust == Trust::kGuess) points += known.gender == pronoun.gender ? kGenderGuessed : kOtherGenderGuessed;
  if (pronoun.speaks && antecedent.last_speaker) points += kLastSpeaker;
  points += kMentions * static_cast<float>(bucket(antecedent.mentions, {2, 3, 5, 9}));
  if (antecedent.line_label) points += sentences == 0 ? kLineLabelHere : kLineLabel;
  if (antecedent.spoke && at.quote == 0 && pronoun.speaks) points += kSpoke;
  if (last.quote != 0 && at.quote == 0) points += kFromQuote;
  if (antecedent.spoke && at.quote != 0 && last.quote == 0) points += kOwnWords;
  if (!antecedent.named && antecedent.determiner == Determiner::kQuantifier) points += kQuantifier;
  if (last.tokens.contains(pronoun.subject)) points += kOwnSubject[static_cast<std::size_t>(pronoun.form)];
  if (sentences == 0) {
    points += kPerToken * static_cast<float>(std::min(at.tokens.first - last.tokens.last, kFewTokens));
  }
  return points;
}

}  // namespace pullquote::entities
