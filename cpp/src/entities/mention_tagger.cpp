#include "mention_tagger.h"

#include <algorithm>

#include "mention_evidence.h"
#include "mention_features.h"
#include "mention_labels.h"
#include "model/relay.h"
#include "model/window_cache.h"

namespace pullquote::entities {

namespace {

// A token is certain to stand outside where its score for that leads all others by this much (log-odds): no sequence
// through another tag could be the best, and hardly any has weight. Chains are cut there, which spares most of the
// work.
constexpr float kCertain = 8;
// The same for what the gate says, which sees words one by one.
constexpr float kGateLead = 4;

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

/// What tokens of the article score by the words of their windows alone.
template <std::size_t kLabels>
class WordScores {
 public:
  /// Of the tokens that are wanted.
  WordScores(const Article& article, const MentionFeatures& features, const model::Weights& weights,
             const std::vector<bool>& wanted)
      : sums_(article.size()) {
    thread_local model::ThreadCache<Cache> cache(kCacheSlots);
    model::FeatureBuffer seen;
    for (const auto& sentence : article.text.sentences) {
      const auto first = sentence.tokens.first, size = sentence.tokens.size();
      const auto edge = features.slot(first) - MentionFeatures::kReach;
      model::sum_windows(
          *cache, weights.number(), size, [&](std::uint32_t word) { return features.key(edge + word); },
          [&](std::uint32_t word, int place, auto scores) {
            seen.clear();
            features.add_word(edge + word, place, seen);
            weights.add(seen.all(), scores);
          },
          [&](std::uint32_t token) { return wanted[first + token]; }, std::span(sums_).subspan(first, size));
    }
  }
  [[nodiscard]] std::span<const std::int16_t> operator[](std::uint32_t token) const {
    return std::span(sums_[token]).first(kLabels);
  }

 private:
  using Cache = model::WindowCache<kLabels, 2 * MentionFeatures::kReach + 1>;
  static constexpr std::size_t kCacheSlots = 8192;
  std::vector<typename Cache::Scores> sums_;
};

std::int32_t lead_of(const model::Crf& chain) { return static_cast<std::int32_t>(kCertain / chain.weights().scale()); }

// The scores of tokens that are wanted, by all features and those that `add_more` appends; the others stand outside.
template <class AddMore>
Emissions emissions_of(const Article& article, const MentionFeatures& features, const model::Crf& chain,
                       const std::vector<bool>& wanted, const AddMore& add_more) {
  Emissions out(std::size_t{article.size()} * kTags);
  const WordScores<kTags> words(article, features, chain.weights(), wanted);
  model::Relay relay(chain.weights());
  for (std::uint32_t i = 0; i < article.size(); ++i) {
    const auto scores = scores_of(out, i);
    if (!wanted[i]) {
      scores[kOutside] = 2 * lead_of(chain);
      continue;
    }
    std::copy(words[i].begin(), words[i].end(), scores.begin());
    auto& seen = relay.next();
    features.add_context(i, seen);
    add_more(i, seen);
    relay.add(scores);
  }
  relay.finish();
  return out;
}

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

std::vector<bool> candidates(const Article& article, const MentionFeatures& features, const model::Weights& gate) {
  std::vector<bool> read(article.size());
  for (std::uint32_t i = 0; i < article.size(); ++i) read[i] = !article.has(i, kSkipped);
  const WordScores<kGateLabels> scores(article, features, gate, read);
  const auto lead = static_cast<std::int32_t>(kGateLead / gate.scale());
  for (std::uint32_t i = 0; i < article.size(); ++i) {
    if (read[i] && scores[i][kGateInside] + lead < scores[i][kGateOutside]) read[i] = false;
  }
  return read;
}

Emissions first_pass(const Article& article, const MentionFeatures& features, const model::Crf& chain,
                     const std::vector<bool>& candidates) {
  return emissions_of(article, features, chain, candidates, [](std::uint32_t, model::FeatureBuffer&) {});
}

std::vector<bool> settled(const model::Crf& chain, const Emissions& emissions) {
  const auto lead = lead_of(chain);
  std::vector<bool> out(emissions.size() / kTags);
  for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = is_settled(scores_of(emissions, {i, i + 1}), lead);
  return out;
}

Emissions second_pass(const Article& article, const MentionFeatures& features, const model::Crf& chain,
                      const std::vector<std::uint8_t>& first_tags, const std::vector<bool>& settled) {
  const MentionEvidence evidence(article, features, first_tags);
  std::vector<bool> wanted(article.size());
  for (std::uint32_t i = 0; i < article.size(); ++i) {
    wanted[i] = !article.has(i, kSkipped) && (!settled[i] || evidence.is_named(i));
  }
  return emissions_of(article, features, chain, wanted, [&](std::uint32_t token, model::FeatureBuffer& seen) {
    if (evidence.concerns(token)) evidence.add(token, seen);
  });
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

namespace {

/// "the Petitioner": a noun for a person describes one, with a capital, too; the chain may take it for a name of
/// something.
bool is_description(const Article& article, TokenRange tokens, Label label) {
  return label == Label::kMisc && tokens.size() == 1 &&
         article.words.is(tokens.first, features::kPerson | features::kRole);
}

}  // namespace

std::vector<Mention> find_mentions(const Article& article, const Knowledge& knowledge) {
  return find_mentions(article, MentionFeatures(article, knowledge.clusters), knowledge.mentions);
}

std::vector<Mention> find_mentions(const Article& article, const MentionFeatures& features, const MentionModel& model) {
  const auto first = first_pass(article, features, model.first(), candidates(article, features, model.gate()));
  const auto emissions = second_pass(article, features, model.second(), decode(article, model.first(), first),
                                     settled(model.first(), first));
  const auto tags = decode(article, model.second(), emissions);
  std::vector<Mention> mentions;
  for (const auto& guess : mentions_of(tags)) {
    if (is_description(article, guess.tokens, guess.label)) continue;
    mentions.push_back({.tokens = before_open_bracket(article, guess.tokens), .label = guess.label});
  }
  const auto probability = probabilities(article, model.second(), emissions, mentions);
  for (std::size_t i = 0; i < mentions.size(); ++i) mentions[i].confidence = model.confidence(probability[i]);
  return mentions;
}

}  // namespace pullquote::entities
