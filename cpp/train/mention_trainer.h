#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "annotated_articles.h"
#include "entities/knowledge.h"

namespace pullquote::train {

/// An annotated article beside what the extractor makes of its text.
struct Example {
  AnnotatedArticle annotated;
  std::unique_ptr<const AnalysedArticle> analysed;
  std::vector<std::uint8_t> tags;  // as annotated, one a token
};
[[nodiscard]] std::vector<Example> make_examples(std::vector<AnnotatedArticle> articles,
                                                 const features::Lexicon& lexicon);

struct MentionOptions {
  int folds = 3;        // parts of the articles, each tagged by a chain that has not learned from it
  int epochs = 7;       // of both chains
  int fold_epochs = 4;  // of the chains that serve training alone
  double rate = 0.1;
  double dropout = 0.3;
  std::uint32_t min_count = 2;
  std::size_t gate_rows = 40000;  // features that are kept
  std::size_t first_rows = 60000;
  std::size_t second_rows = 150000;
  std::function<void()> pause;  // called now and then; what it throws ends the training
};

/// The bytes of a model section for entities::MentionModel. The second chain learns from what the first one says of
/// articles that it has not seen, since that is what it will meet: each part of the examples is tagged by a chain that
/// learned from the others. `log` takes lines about the progress.
[[nodiscard]] std::vector<std::byte> train_mentions(const std::vector<Example>& examples,
                                                    const features::Clusters& clusters, const MentionOptions& options,
                                                    const std::function<void(const std::string&)>& log);

}  // namespace pullquote::train
