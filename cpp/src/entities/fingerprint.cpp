#include "entities/fingerprint.h"

#include <vector>

#include "mention_evidence.h"
#include "mention_features.h"
#include "mention_labels.h"
#include "model/fingerprint.h"

namespace pullquote::entities {

namespace {

// Words with a capital side by side are mentions, of each label in its turn: so names that come twice get two labels.
std::vector<std::uint8_t> made_up_tags(const Article& article) {
  std::vector<std::uint8_t> tags(article.size(), kOutside);
  std::size_t mentions = 0;
  for (std::uint32_t i = 0; i < article.size(); ++i) {
    if (!article.is_capitalised(i)) continue;
    const bool inside = i > 0 && tags[i - 1] != kOutside;
    if (!inside) ++mentions;
    const auto label = static_cast<Label>(mentions % kLabelNames.size());
    tags[i] = inside ? inside_tag(label) : begin_tag(label);
  }
  return tags;
}

}  // namespace

std::uint64_t fingerprint(const features::Sample& sample) {
  model::Fingerprint print;
  const Article article(sample.tokens, sample.words, false);
  const MentionFeatures features(article, sample.clusters);
  const auto tags = made_up_tags(article);
  const MentionEvidence evidence(article, features, tags);
  model::FeatureBuffer seen;
  for (std::uint32_t i = 0; i < article.size(); ++i) {
    seen.clear();
    features.add(i, seen);
    if (evidence.concerns(i)) evidence.add(i, seen);
    print.add(seen.all());
  }
  return print.value();
}

std::uint64_t fingerprint() {
  static const auto own = fingerprint(features::Sample());
  return own;
}

}  // namespace pullquote::entities
