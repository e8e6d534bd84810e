#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "features/clusters.h"
#include "features/words.h"
#include "text/text.h"
#include "tokens/tokens.h"

// A small article with lists of its own, which stages put through their feature functions to tell which features they
// have (model/fingerprint.h). It has something of each kind that a feature looks at, and nothing on which the stages
// before might come to think better: a change that does not mean to change features should not change what they give
// here.

namespace pullquote::features {

struct SampleSource {
  std::string text;
  std::vector<std::pair<std::string, std::uint32_t>> names;  // for the lexicon
  std::vector<std::pair<std::string, ClusterPath>> clusters;
};

[[nodiscard]] SampleSource sample_source();

/// The sample as far as this stage knows it. What later stages would learn from a model, they make up.
class Sample {
 public:
  explicit Sample(const SampleSource& source = sample_source());
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

 private:
  std::string article_;
  std::vector<std::byte> names_, paths_;
  text::Text text_;

 public:
  tokens::TokenizedText tokens;
  Words words;
  Clusters clusters;
};

}  // namespace pullquote::features
