#include "adaptation.h"

#include <algorithm>
#include <cstdint>

#include "model/crf.h"

namespace pullquote::train {

namespace {

// What is known beforehand weighs the same however many examples come, while a penalty of the trainer is paid for each.
void share_penalties(CrfOptions& options, std::size_t sequences) {
  const auto count = static_cast<double>(std::max<std::size_t>(sequences, 1));
  options.l1 /= count;
  options.l2 /= count;
}

// What the base says of each token is what the learned weights only add to.
void start_from(const model::Weights& base, std::vector<CrfSequence>& sequences) {
  const auto width = base.width();
  std::vector<std::int32_t> scores;
  for (auto& sequence : sequences) {
    const auto tokens = sequence.labels.size();
    scores.assign(tokens * width, 0);
    for (std::size_t token = 0; token < tokens; ++token) {
      const auto first = sequence.starts[token], last = sequence.starts[token + 1];
      base.add(std::span(sequence.features).subspan(first, last - first),
               std::span(scores).subspan(token * width, width));
    }
    sequence.base.clear();
    for (const auto score : scores) sequence.base.push_back(static_cast<float>(score) * base.scale());
  }
}

}  // namespace

std::vector<std::byte> adapt_crf(std::span<const std::byte> base, std::vector<CrfSequence> sequences,
                                 CrfOptions options, const Report& report) {
  const model::Crf crf(base);
  options.labels = crf.labels();
  share_penalties(options, sequences.size());
  options.steps = crf.steps();
  start_from(crf.weights(), sequences);
  const auto learned = learn_weights(sequences, options, true, report);
  return model::Crf::adapted(base, learned.steps, learned.rows);
}

std::vector<std::byte> adapt_classifier(std::span<const std::byte> base, std::vector<CrfSequence> sequences,
                                        CrfOptions options, const Report& report) {
  const model::Weights weights(base);
  options.labels = weights.width();
  share_penalties(options, sequences.size());
  start_from(weights, sequences);
  return model::Weights::adapted(base, learn_weights(sequences, options, false, report).rows);
}

}  // namespace pullquote::train
