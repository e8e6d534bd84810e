#include "mention_tagger.h"

#include <algorithm>

#include "mention_evidence.h"
#include "mention_features.h"
#include "mention_labels.h"

namespace pullquote::entities {

namespace {

// A token is certain to stand outside where its score for that leads all others by this much (log-odds): no sequence
// through another tag could be the best, and hardly any has weight. Chains are cut there, which spares most of the
// work.
constexpr float kCertain = 8;

std::span<std::int32_t> scores_of(Emissions& emissions, std::uint32_t token) {
  return std::span(emissions).subspan(std::size_t{token} * kTags, kTags);
}

std::span<const std::int32_t> scores_of(const Emissions& emissions, TokenRange range) {
  return std::span(emissions).subspan(std::size_t{range.first} * kTags, std::size_t{range.size()} * kTags);
}

bool is_settled(std::span<const std::int32_t> scores, std::int32_t lead) {
  return *std::max_element(scores.begin() + 1, scores.end()) + lead < scores[kOutside];
}

// "Ana Reyes (D-Ohio": a bracket that does not close inside a name is no part of it.
TokenRange before_open_bracket(const Article& article, TokenRange range) {
  for (auto i = range.first + 1; i < range.last; ++i) {
    if (article.is_char(i, ')')) break;
    if (!article.is_char(i, '(')) continue;
    auto close = i + 1;
    while (close < range.last && !article.is_char(close, ')')) ++close;
    return close < range.last ? range : TokenRange{range.first, i};
  }
  return range;
}

std::int32_t lead_of(const model::Crf& chain) { return static_cast<std::int32_t>(kCertain / chain.weights().scale()); }

// Calls `take` with stretches of sentences that hold every token which is not certain to stand outside.
template <class Take>
void each_stretch(const Article& article, const model::Crf& chain, const Emissions& emissions, const Take& take) {
  const auto lead = lead_of(chain);
  const auto certain = [&](std::uint32_t i) { return is_settled(scores_of(emissions, {i, i + 1}), lead); };
  for (const auto& sentence : article.text.sentences) {
    const auto end = sentence.tokens.last;
    if (article.has(sentence.tokens.first, kSkipped)) continue;
    for (auto i = sentence.tokens.first; i < end;) {
      if (certain(i)) {
        ++i;
        continue;
      }
      const auto first = i > sentence.tokens.first ? i - 1 : i;
      while (i < end && !certain(i)) ++i;
      take(TokenRange{first, std::min(i + 1, end)});
    }
  }
}

}  // namespace

Emissions first_pass(const Article& article, const MentionFeatures& features, const model::Crf& chain) {
  Emissions out(std::size_t{article.size()} * kTags);
  std::vector<std::uint64_t> seen;
  for (std::uint32_t i = 0; i < article.size(); ++i) {
    if (article.has(i, kSkipped)) continue;
    seen.clear();
    features.add(i, seen);
    chain.weights().add(seen, scores_of(out, i));
  }
  return out;
}

std::vector<bool> settled(const model::Crf& chain, const Emissions& emissions) {
  const auto lead = lead_of(chain);
  std::vector<bool> out(emissions.size() / kTags);
  for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = is_settled(scores_of(emissions, {i, i + 1}), lead);
  return out;
}

Emissions second_pass(const Article& article, const MentionFeatures& features, const model::Crf& chain,
                      const std::vector<std::uint8_t>& first_tags, const std::vector<bool>& settled) {
  Emissions out(std::size_t{article.size()} * kTags);
  const MentionEvidence evidence(article, features, first_tags);
  std::vector<std::uint64_t> seen;
  for (std::uint32_t i = 0; i < article.size(); ++i) {
    if (article.has(i, kSkipped)) continue;
    const bool concerned = evidence.concerns(i);
    if (settled[i] && !concerned) {
      scores_of(out, i)[kOutside] = 2 * lead_of(chain);
      continue;
    }
    seen.clear();
    features.add(i, seen);
    if (concerned) evidence.add(i, seen);
    chain.weights().add(seen, scores_of(out, i));
  }
  return out;
}

std::vector<std::uint8_t> decode(const Article& article, const model::Crf& chain, const Emissions& emissions) {
  std::vector<std::uint8_t> tags(article.size(), kOutside), part;
  each_stretch(article, chain, emissions, [&](TokenRange range) {
    chain.decode(scores_of(emissions, range), part);
    std::copy(part.begin(), part.end(), tags.begin() + range.first);
  });
  return tags;
}

std::vector<float> probabilities(const Article& article, const model::Crf& chain, const Emissions& emissions,
                                 const std::vector<Mention>& mentions) {
  std::vector<float> out;
  out.reserve(mentions.size());
  std::vector<float> marginals;
  std::size_t next = 0;
  each_stretch(article, chain, emissions, [&](TokenRange range) {
    if (next == mentions.size() || !range.contains(mentions[next].tokens)) return;
    chain.marginals(scores_of(emissions, range), marginals);
    for (; next < mentions.size() && range.contains(mentions[next].tokens); ++next) {
      const auto [tokens, label] = std::pair(mentions[next].tokens, mentions[next].label);
      const auto at = [&](std::uint32_t token, std::uint8_t tag) {
        return marginals[std::size_t{token - range.first} * kTags + tag];
      };
      float least = at(tokens.first, begin_tag(label));
      for (auto i = tokens.first + 1; i < tokens.last; ++i) least = std::min(least, at(i, inside_tag(label)));
      if (tokens.last < range.last) least = std::min(least, 1 - at(tokens.last, inside_tag(label)));
      out.push_back(least);
    }
  });
  out.resize(mentions.size(), 0.0F);
  return out;
}

std::vector<Mention> find_mentions(const Article& article, const Knowledge& knowledge) {
  const auto& model = knowledge.mentions;
  const MentionFeatures features(article, knowledge.clusters);
  const auto first = first_pass(article, features, model.first());
  const auto emissions = second_pass(article, features, model.second(), decode(article, model.first(), first),
                                     settled(model.first(), first));
  const auto tags = decode(article, model.second(), emissions);
  std::vector<Mention> mentions;
  for (const auto& guess : mentions_of(tags)) {
    mentions.push_back({.tokens = before_open_bracket(article, guess.tokens), .label = guess.label});
  }
  const auto probability = probabilities(article, model.second(), emissions, mentions);
  for (std::size_t i = 0; i < mentions.size(); ++i) mentions[i].confidence = model.confidence(probability[i]);
  return mentions;
}

}  // namespace pullquote::entities
