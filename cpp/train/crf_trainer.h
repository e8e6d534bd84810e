#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/weights.h"

// Learning the weights of model::Crf and model::Weights from labelled examples.
//
// Stochastic gradient steps, one sequence at a time, each weight with a rate of its own (AdaGrad; Duchi, Hazan and
// Singer 2011) that falls linearly to nothing over the epochs. L1 and L2 penalties are paid when a row is next touched
// (Langford, Li and Zhang 2009), so an epoch costs what its features cost and not what the model's do. One thread and a
// fixed seed: the same examples give the same bytes.

namespace pullquote::train {

struct CrfSequence {
  std::vector<std::uint32_t> starts{0};  // n + 1 offsets into `features`
  std::vector<std::uint64_t> features;   // hashes, see model/hash.h
  std::vector<std::uint8_t> labels;      // n
  std::vector<float> shares;             // of two labels, how far the second is right, one a token; none where empty
  float weight = 1;                      // how much the example counts
  std::vector<float> base;  // scores that the features only add to, one a token and label; none where empty

  /// Appends a token.
  void add(std::span<const std::uint64_t> token, std::uint8_t label) {
    features.insert(features.end(), token.begin(), token.end());
    starts.push_back(static_cast<std::uint32_t>(features.size()));
    labels.push_back(label);
  }

  /// Appends a token of a classifier with two labels, the second of which is right so far, from 0 to 1.
  void add_share(std::span<const std::uint64_t> token, float share) {
    add(token, share >= 0.5F ? 1 : 0);
    shares.push_back(share);
  }
};

struct CrfOptions {
  std::size_t labels = 0;
  /// The label grammar: (labels+1)² from × to, where index `labels` stands for the edge of the sequence. Empty: all
  /// goes.
  std::vector<bool> allowed;
  int epochs = 10;
  double rate = 0.1;
  double l2 = 0;
  double l1 = 0;  ///< a penalty per sequence; above 0 most rows vanish
  /// Share of a token's features that are withheld at each visit, so that no weight relies on another's company (Hinton
  /// et al. 2012); the weights are scaled down in the end to what they add up to when all are there.
  double dropout = 0;
  /// Rows that the model has at most; 0: all. Halfway through, the features that do most are kept, and the rest of the
  /// training makes the best of them.
  std::size_t keep = 0;
  double keep_power = 0.5;
  /// How much it counts, beside each share, which token of a sequence has the largest: the tokens are alternatives, and
  /// the score that each has by itself also settles which of them is chosen (Sculley 2010; ListNet, Cao et al. 2007).
  double ranking = 0;
  double negligible = 1e-5;     ///< gradients below are not worth the memory traffic
  std::uint32_t min_count = 1;  ///< features seen less often are left out
  std::uint32_t seed = 1;
  /// Models that are learned, each with other orders and other features withheld, and then averaged: a log-linear
  /// model's weights may be, and the mean errs less than each.
  int runs = 1;
  std::function<void()> pause;  ///< called now and then; what it throws ends the training
  std::vector<float> steps;     ///< of a chain, where to start from, as model::Crf::build takes them; 0 where empty
};

/// Weights as model::Crf and model::Weights are made of.
struct LearnedWeights {
  std::vector<float> steps;  // of a chain
  std::vector<model::Weights::Row> rows;
};

/// Called after each epoch with its number, from 1, and the mean negative log-likelihood of a token.
using Report = std::function<void(int, double)>;

/// What the two functions below make bytes of: for a chain, or for tokens each of which is an example of its own.
[[nodiscard]] LearnedWeights learn_weights(const std::vector<CrfSequence>& sequences, const CrfOptions& options,
                                           bool chain, const Report& report);

/// The bytes of a model section for model::Crf.
[[nodiscard]] std::vector<std::byte> train_crf(const std::vector<CrfSequence>& sequences, const CrfOptions& options,
                                               const Report& report = {});

/// The bytes of a model section for model::Weights: multinomial logistic regression, each token an example of its own.
[[nodiscard]] std::vector<std::byte> train_classifier(const std::vector<CrfSequence>& sequences,
                                                      const CrfOptions& options, const Report& report = {});

}  // namespace pullquote::train
