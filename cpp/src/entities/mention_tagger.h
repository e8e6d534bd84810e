#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "entities/entities.h"
#include "entities/knowledge.h"

namespace pullquote::entities {

class MentionFeatures;

/// Scores of tags, kTags a token, in units of the chain that they are meant for.
using Emissions = std::vector<std::int32_t>;

/// Tokens that may belong to a mention, by the words in their windows. Most do not, and cost no more.
[[nodiscard]] std::vector<bool> candidates(const Article& article, const MentionFeatures& features,
                                           const model::Weights& gate);

/// All but the candidates certain to stand outside.
[[nodiscard]] Emissions first_pass(const Article& article, const MentionFeatures& features, const model::Crf& chain,
                                   const std::vector<bool>& candidates);

/// The same for the second pass, which also sees what the tags of the first one say. Tokens that the first one was
/// certain to leave outside are left there where the article holds nothing against it.
[[nodiscard]] Emissions second_pass(const Article& article, const MentionFeatures& features, const model::Crf& chain,
                                    const std::vector<std::uint8_t>& first_tags, const std::vector<bool>& settled);

/// Whether each token is certain to stand outside, whatever stands around it.
[[nodiscard]] std::vector<bool> settled(const model::Crf& chain, const Emissions& emissions);

/// The best tags, sentence by sentence; all outside in sections that give no mentions.
[[nodiscard]] std::vector<std::uint8_t> decode(const Article& article, const model::Crf& chain,
                                               const Emissions& emissions);

/// The probability that the chain gives each mention, as a whole.
[[nodiscard]] std::vector<float> probabilities(const Article& article, const model::Crf& chain,
                                               const Emissions& emissions, const std::vector<Mention>& mentions);

/// Mentions by name with labels, in order of the text, not overlapping, none linked yet; dates and sums of money
/// included. Linear in the tokens.
[[nodiscard]] std::vector<Mention> find_mentions(const Article& article, const Knowledge& knowledge);
/// The same with features that were worked out already.
[[nodiscard]] std::vector<Mention> find_mentions(const Article& article, const MentionFeatures& features,
                                                 const MentionModel& model);

}  // namespace pullquote::entities
