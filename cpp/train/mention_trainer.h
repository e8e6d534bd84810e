#pragma once

#include <functional>
#include <string>
#include <vector>

#include "entities/knowledge.h"
#include "mention_examples.h"

namespace pullquote::train {

struct MentionOptions {
  int folds = 3;        // parts of the articles, each tagged by a chain that has not learned from it
  int runs = 3;         // of which both chains are the mean
  int epochs = 7;       // of each
  int fold_epochs = 4;  // of the chains that serve training alone
  double rate = 0.1;
  double dropout = 0.3;
  std::uint32_t min_count = 2;
  std::size_t gate_rows = 40000;  // features that are kept
  std::size_t first_rows = 60000;
  std::size_t second_rows = 150000;
  double recased = 0.1;         // share of the sentences that are learned from as headlines or in capitals, too
  float recased_weight = 0.3F;  // how much each of them counts
  std::uint8_t without = 0;     // features that are left out, entities::MentionFeatures::Part
  std::function<void()> pause;  // called now and then; what it throws ends the training
};

/// The bytes of a model section for entities::MentionModel. The second chain learns from what the first one says of
/// articles that it has not seen, since that is what it will meet: each part of the examples is tagged by a chain that
/// learned from the others. `log` takes lines about the progress.
[[nodiscard]] std::vector<std::byte> train_mentions(const std::vector<Example>& articles,
                                                    const features::Clusters& clusters, const MentionOptions& options,
                                                    const std::function<void(const std::string&)>& log);

}  // namespace pullquote::train
