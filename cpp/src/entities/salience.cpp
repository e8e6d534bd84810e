#include <algorithm>
#include <iterator>

#include "entities/entities.h"

namespace pullquote::entities {

namespace {

constexpr float kHeadlineWeight = 3;
constexpr float kLeadSentences = 10;  // after this many sentences a mention weighs half
constexpr float kPronounWeight = 0.5F;
constexpr float kNominalWeight = 0.6F;
constexpr float kValueWeight = 0.25F;  // an article is seldom about its dates and sums

}  // namespace

std::vector<float> salience(const tokens::TokenizedText& text, const Linked& linked) {
  std::vector<float> shares(linked.entities.size(), 0);
  for (const auto& mention : linked.mentions) {
    const auto sentence = std::upper_bound(text.sentences.begin(), text.sentences.end(), mention.tokens.first,
                                           [](std::uint32_t token, const auto& s) { return token < s.tokens.first; });
    if (sentence == text.sentences.begin()) continue;
    const auto index = static_cast<float>(sentence - text.sentences.begin() - 1);
    const bool headline = text.sections[std::prev(sentence)->section].kind == SectionKind::kHeadline;
    float weight = headline ? kHeadlineWeight : kLeadSentences / (kLeadSentences + index);
    if (mention.kind == MentionKind::kPronoun) weight *= kPronounWeight;
    if (mention.kind == MentionKind::kNominal) weight *= kNominalWeight;
    if (mention.label == Label::kDate || mention.label == Label::kMoney) weight *= kValueWeight;
    shares[mention.entity] += weight;
  }
  double total = 0;
  for (const auto share : shares) total += share;
  if (total > 0) {
    for (auto& share : shares) share = static_cast<float>(share / total);
  }
  return shares;
}

}  // namespace pullquote::entities
