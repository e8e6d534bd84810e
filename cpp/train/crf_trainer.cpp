#include "crf_trainer.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>
#include <span>
#include <utility>

#include "adagrad_rows.h"
#include "model/crf.h"
#include "vocabulary.h"

namespace pullquote::train {

namespace {

constexpr std::uint32_t kBetweenPauses = 256;  // sequences

constexpr float kTemperature = 0.1F;  // in shares: what is worse by so much should be chosen e times more seldom
constexpr std::size_t kAhead = 12;    // features whose weights are being fetched

class Trainer {
 public:
  Trainer(const std::vector<CrfSequence>& sequences, const CrfOptions& options, bool chain)
      : sequences_(sequences),
        options_(options),
        count_(options.labels),
        chain_(chain),
        vocabulary_(number_features(sequences, options.min_count)),
        rows_(vocabulary_.features.size(), count_, options),
        steps_(count_ + 1, count_ + 1, options),
        every_(count_ + 1) {
    std::iota(every_.begin(), every_.end(), 0u);
  }

  void train(const Report& report) {
    const auto all = vocabulary_.numbers;
    for (int run = 0; run < options_.runs; ++run) {
      if (run > 0) {
        vocabulary_.numbers = all;
        rows_.clear();
        steps_.clear();
        spent_ = 0;
      }
      if (!options_.steps.empty()) steps_.set(options_.steps);
      learn_once(options_.seed + static_cast<std::uint32_t>(run), report);
      add_to_mean(rows_, vocabulary_.features.size(), count_, row_sums_);
      add_to_mean(steps_, count_ + 1, count_ + 1, step_sums_);
    }
    vocabulary_.numbers = all;
    if (options_.runs > 1 && options_.keep > 0) prune();
  }

  void learn_once(std::uint32_t seed, const Report& report) {
    std::vector<std::uint32_t> order(sequences_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::mt19937 random(seed);
    const auto updates = static_cast<double>(order.size()) * options_.epochs;
    double update = 0;
    for (int epoch = 1; epoch <= options_.epochs; ++epoch) {
      // Not std::shuffle: what it does differs between standard libraries.
      for (auto i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0, tokens = 0;
      std::uint32_t visited = 0;
      for (const auto index : order) {
        if (options_.pause && visited++ % kBetweenPauses == 0) options_.pause();
        const auto& sequence = sequences_[index];
        if (sequence.labels.empty()) continue;
        const auto rate = options_.rate * (1 - update++ / updates);
        spent_ += rate;
        withhold(vocabulary_.numbers[index], random);
        loss += learn(sequence, seen_, static_cast<float>(rate));
        tokens += static_cast<double>(sequence.labels.size());
      }
      if (options_.keep > 0 && epoch == std::max(1, options_.epochs / 2)) keep_best();
      if (report) report(epoch, tokens > 0 ? loss / tokens : 0);
    }
    for (std::size_t row = 0; row < vocabulary_.features.size(); ++row) rows_.settle(row, spent_);
  }

  [[nodiscard]] std::vector<model::Weights::Row> rows() const {
    std::vector<model::Weights::Row> out;
    for (std::size_t row = 0; row < vocabulary_.features.size(); ++row) {
      const auto* weights = row_sums_.data() + row * count_;
      if (std::all_of(weights, weights + count_, [](float w) { return w == 0; })) continue;
      auto& kept = out.emplace_back(vocabulary_.features[row], std::vector<float>(weights, weights + count_)).second;
      for (auto& weight : kept) weight *= static_cast<float>(1 - options_.dropout);
    }
    return out;
  }

  [[nodiscard]] std::vector<float> steps() const {
    std::vector<float> out;
    for (std::size_t from = 0; from <= count_; ++from) {
      for (std::size_t to = 0; to <= count_; ++to) {
        out.push_back(allowed(from, to) ? step_sums_[from * (count_ + 1) + to]
                                        : -std::numeric_limits<float>::infinity());
      }
    }
    return out;
  }

 private:
  [[nodiscard]] bool allowed(std::size_t from, std::size_t to) const {
    return options_.allowed.empty() || options_.allowed[from * (count_ + 1) + to];
  }

  void add_to_mean(const Rows& rows, std::size_t count, std::size_t width, std::vector<float>& sums) const {
    sums.resize(count * width);
    for (std::size_t row = 0; row < count; ++row) {
      for (std::size_t i = 0; i < width; ++i) {
        sums[row * width + i] += rows.weights(row)[i] / static_cast<float>(options_.runs);
      }
    }
  }

  // What each feature does: much where its weights are large and where it is often seen.
  template <class WeightsOf>
  [[nodiscard]] std::vector<float> worth_of(const WeightsOf& weights_of) const {
    const auto count = vocabulary_.features.size();
    std::vector<std::uint32_t> seen(count);
    for (const auto& numbers : vocabulary_.numbers) {
      for (const auto number : numbers) {
        if (number != kLeftOut) ++seen[number];
      }
    }
    std::vector<float> worth(count);
    for (std::size_t row = 0; row < count; ++row) {
      const float* weights = weights_of(row);
      float largest = 0;
      for (std::size_t label = 0; label < count_; ++label) largest = std::max(largest, std::abs(weights[label]));
      worth[row] = largest * std::pow(static_cast<float>(seen[row]), static_cast<float>(options_.keep_power));
    }
    return worth;
  }

  // What a feature must be worth more than to be among the best.
  [[nodiscard]] float least_of(std::vector<float> worth) const {
    const auto last = worth.begin() + static_cast<std::ptrdiff_t>(options_.keep);
    std::nth_element(worth.begin(), last, worth.end(), std::greater<>());
    return *last;
  }

  void keep_best() {
    const auto count = vocabulary_.features.size();
    if (count <= options_.keep) return;
    const auto worth = worth_of([&](std::size_t row) { return rows_.weights(row); });
    const auto least = least_of(worth);
    for (auto& numbers : vocabulary_.numbers) {
      for (auto& number : numbers) {
        if (number != kLeftOut && worth[number] <= least) number = kLeftOut;
      }
    }
    for (std::size_t row = 0; row < count; ++row) {
      if (worth[row] <= least) rows_.clear(row);
    }
  }

  // Runs differ in what they keep.
  void prune() {
    const auto count = vocabulary_.features.size();
    if (count <= options_.keep) return;
    const auto worth = worth_of([&](std::size_t row) { return row_sums_.data() + row * count_; });
    const auto least = least_of(worth);
    for (std::size_t row = 0; row < count; ++row) {
      if (worth[row] <= least) std::fill_n(row_sums_.data() + row * count_, count_, 0.0F);
    }
  }

  void withhold(const std::vector<std::uint32_t>& numbers, std::mt19937& random) {
    seen_ = numbers;
    if (options_.dropout <= 0) return;
    // Eight bits of chance are enough for each feature.
    const auto limit = static_cast<std::uint32_t>(options_.dropout * 256);
    std::uint32_t chance = 0;
    for (std::size_t i = 0; i < seen_.size(); ++i, chance >>= 8) {
      if (i % 4 == 0) chance = static_cast<std::uint32_t>(random());
      if ((chance & 0xFF) < limit) seen_[i] = kLeftOut;
    }
  }

  double learn(const CrfSequence& sequence, std::span<const std::uint32_t> numbers, float rate) {
    const auto tokens = sequence.labels.size();
    if (sequence.base.empty()) {
      scores_.assign(tokens * count_, 0);
    } else {
      scores_ = sequence.base;
    }
    for (std::size_t token = 0; token < tokens; ++token) {
      auto* score = scores_.data() + token * count_;
      for (auto at = sequence.starts[token]; at < sequence.starts[token + 1]; ++at) {
        if (at + kAhead < numbers.size() && numbers[at + kAhead] != kLeftOut) rows_.prefetch(numbers[at + kAhead]);
        if (numbers[at] == kLeftOut) continue;
        rows_.settle(numbers[at], spent_);
        const auto* weights = rows_.weights(numbers[at]);
        for (std::size_t label = 0; label < count_; ++label) score[label] += weights[label];
      }
    }
    const auto loss = chain_ ? chain_gradient(sequence) : token_gradients(sequence);
    for (auto& gradient : gradients_) gradient *= sequence.weight;
    for (std::size_t token = 0; token < tokens; ++token) {
      const auto* gradient = gradients_.data() + token * count_;
      // Few labels are in doubt at a token; the others' weights need no visit.
      moved_.clear();
      for (std::uint32_t label = 0; label < count_; ++label) {
        if (std::abs(gradient[label]) >= options_.negligible) moved_.push_back(label);
      }
      if (moved_.empty()) continue;
      for (auto at = sequence.starts[token]; at < sequence.starts[token + 1]; ++at) {
        if (numbers[at] != kLeftOut) rows_.descend(numbers[at], gradient, moved_, rate);
      }
    }
    if (chain_) {
      for (std::size_t from = 0; from <= count_; ++from) {
        auto* gradient = step_gradients_.data() + from * (count_ + 1);
        for (std::size_t to = 0; to <= count_; ++to) gradient[to] *= allowed(from, to) ? sequence.weight : 0.0F;
        steps_.descend(from, gradient, every_, rate);
      }
    }
    return loss;
  }

  double token_gradients(const CrfSequence& sequence) {
    gradients_ = scores_;
    double loss = 0;
    for (std::size_t token = 0; token < sequence.labels.size(); ++token) {
      auto* gradient = gradients_.data() + token * count_;
      const auto best = *std::max_element(gradient, gradient + count_);
      float sum = 0;
      for (std::size_t label = 0; label < count_; ++label) sum += gradient[label] = std::exp(gradient[label] - best);
      for (std::size_t label = 0; label < count_; ++label) gradient[label] /= sum;
      const auto share = [&](std::size_t label) -> float {
        if (sequence.shares.empty()) return label == sequence.labels[token] ? 1 : 0;
        return label == 1 ? sequence.shares[token] : 1 - sequence.shares[token];
      };
      for (std::size_t label = 0; label < count_; ++label) {
        if (share(label) > 0) loss -= share(label) * std::log(std::max(gradient[label], 1e-30F));
        gradient[label] -= share(label);
      }
    }
    if (options_.ranking > 0) add_ranking(sequence.shares);
    return loss;
  }

  // Towards the better alternatives and away from the worse ones, where there is a good one.
  void add_ranking(std::span<const float> shares) {
    if (shares.size() < 2) return;
    const auto most = *std::max_element(shares.begin(), shares.end());
    if (most <= 0) return;
    const auto odds = [&](std::size_t token) { return scores_[token * count_ + 1] - scores_[token * count_]; };
    chosen_.clear();
    wanted_.clear();
    auto highest = odds(0);
    for (std::size_t token = 1; token < shares.size(); ++token) highest = std::max(highest, odds(token));
    float all_chosen = 0, all_wanted = 0;
    for (std::size_t token = 0; token < shares.size(); ++token) {
      all_chosen += chosen_.emplace_back(std::exp(odds(token) - highest));
      all_wanted += wanted_.emplace_back(shares[token] > 0 ? std::exp((shares[token] - most) / kTemperature) : 0);
    }
    for (std::size_t token = 0; token < shares.size(); ++token) {
      const auto gradient =
          static_cast<float>(options_.ranking) * (chosen_[token] / all_chosen - wanted_[token] / all_wanted);
      gradients_[token * count_ + 1] += gradient;
      gradients_[token * count_] -= gradient;
    }
  }

  // Marginals of tokens and of steps by forward and backward sums, each token's scaled to add up to one.
  double chain_gradient(const CrfSequence& sequence) {
    const auto tokens = sequence.labels.size();
    const auto width = count_ + 1;
    odds_.resize(width * width);
    for (std::size_t from = 0; from < width; ++from) {
      for (std::size_t to = 0; to < width; ++to) {
        odds_[from * width + to] = allowed(from, to) ? std::exp(steps_.weights(from)[to]) : 0.0F;
      }
    }
    local_.resize(tokens * count_);
    forward_.assign(tokens * count_, 0);
    std::vector<float> sums(tokens);
    double log_sum = 0, gold = 0;
    for (std::size_t token = 0; token < tokens; ++token) {
      const auto* score = scores_.data() + token * count_;
      const auto best = *std::max_element(score, score + count_);
      auto* local = local_.data() + token * count_;
      auto* forward = forward_.data() + token * count_;
      for (std::size_t label = 0; label < count_; ++label) local[label] = std::exp(score[label] - best);
      if (token == 0) {
        std::copy_n(odds_.data() + count_ * width, count_, forward);
      } else {
        const auto* before = forward - count_;
        for (std::size_t from = 0; from < count_; ++from) {
          const auto* odds = odds_.data() + from * width;
          for (std::size_t to = 0; to < count_; ++to) forward[to] += before[from] * odds[to];
        }
      }
      float sum = 1e-30F;
      for (std::size_t label = 0; label < count_; ++label) sum += forward[label] *= local[label];
      for (std::size_t label = 0; label < count_; ++label) forward[label] /= sum;
      sums[token] = sum;
      log_sum += std::log(sum) + best;
      gold += score[sequence.labels[token]];
    }
    const auto* last = forward_.data() + (tokens - 1) * count_;
    std::vector<float> backward(count_), after(count_);
    float end = 1e-30F;
    for (std::size_t label = 0; label < count_; ++label) end += last[label] * odds_[label * width + count_];
    for (std::size_t label = 0; label < count_; ++label) backward[label] = odds_[label * width + count_] / end;
    log_sum += std::log(end);

    gradients_.resize(tokens * count_);
    step_gradients_.assign(width * width, 0);
    for (std::size_t label = 0; label < count_; ++label) {
      step_gradients_[label * width + count_] += last[label] * backward[label];
    }
    for (auto token = tokens; token-- > 0;) {
      const auto* forward = forward_.data() + token * count_;
      auto* gradient = gradients_.data() + token * count_;
      for (std::size_t label = 0; label < count_; ++label) gradient[label] = forward[label] * backward[label];
      const auto label = sequence.labels[token];
      const auto* local = local_.data() + token * count_;
      for (std::size_t to = 0; to < count_; ++to) after[to] = local[to] * backward[to] / sums[token];
      if (token == 0) {
        for (std::size_t to = 0; to < count_; ++to) {
          step_gradients_[count_ * width + to] += odds_[count_ * width + to] * after[to];
        }
        step_gradients_[count_ * width + label] -= 1;
        gold += steps_.weights(count_)[label];
      } else {
        const auto* before = forward - count_;
        for (std::size_t from = 0; from < count_; ++from) {
          const auto* odds = odds_.data() + from * width;
          auto* step = step_gradients_.data() + from * width;
          float sum = 0;
          for (std::size_t to = 0; to < count_; ++to) {
            const auto flow = odds[to] * after[to];
            step[to] += before[from] * flow;
            sum += flow;
          }
          backward[from] = sum;
        }
        const auto previous = sequence.labels[token - 1];
        step_gradients_[previous * width + label] -= 1;
        gold += steps_.weights(previous)[label];
      }
      gradient[label] -= 1;
    }
    const auto final_label = sequence.labels.back();
    step_gradients_[final_label * width + count_] -= 1;
    gold += steps_.weights(final_label)[count_];
    return log_sum - gold;
  }

  const std::vector<CrfSequence>& sequences_;
  const CrfOptions& options_;
  std::size_t count_;
  bool chain_;
  Vocabulary vocabulary_;
  Rows rows_;
  Rows steps_;
  std::vector<float> row_sums_, step_sums_;  // means over the runs
  double spent_ = 0;
  std::vector<std::uint32_t> moved_, every_;
  std::vector<std::uint32_t> seen_;  // the features of the sequence at hand
  std::vector<float> chosen_, wanted_;
  std::vector<float> scores_, gradients_, step_gradients_, odds_, local_, forward_;
};

}  // namespace

LearnedWeights learn_weights(const std::vector<CrfSequence>& sequences, const CrfOptions& options, bool chain,
                             const Report& report) {
  Trainer trainer(sequences, options, chain);
  trainer.train(report);
  return {.steps = trainer.steps(), .rows = trainer.rows()};
}

std::vector<std::byte> train_crf(const std::vector<CrfSequence>& sequences, const CrfOptions& options,
                                 const Report& report) {
  const auto learned = learn_weights(sequences, options, true, report);
  return model::Crf::build(options.labels, learned.steps, learned.rows);
}

std::vector<std::byte> train_classifier(const std::vector<CrfSequence>& sequences, const CrfOptions& options,
                                        const Report& report) {
  return model::Weights::build(options.labels, learn_weights(sequences, options, false, report).rows);
}

}  // namespace pullquote::train
