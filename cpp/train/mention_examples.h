#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "annotated_articles.h"
#include "features/lexicon.h"

// What the model of mentions learns from.

namespace pullquote::train {

/// An annotated article beside what the extractor makes of its text.
struct Example {
  AnnotatedArticle annotated;
  std::unique_ptr<const AnalysedArticle> analysed;
  std::vector<std::uint8_t> tags;  // as annotated, one a token
  std::size_t article = 0;         // variants of an article have its number
  std::vector<float> weights;      // how much each sentence counts; all of them fully where empty
};
[[nodiscard]] std::vector<Example> make_examples(std::vector<AnnotatedArticle> articles,
                                                 const features::Lexicon& lexicon);

/// Variants of the articles with a share of their sentences written as headlines or in capitals, as news has them
/// among others. Only those sentences count, and each as much as `weight` says.
[[nodiscard]] std::vector<Example> recased_examples(const std::vector<Example>& examples, double share, float weight);

}  // namespace pullquote::train
