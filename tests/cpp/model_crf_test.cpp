#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "model/bytes.h"
#include "model/crf.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

constexpr std::size_t kLabels = 3;

// Unit 1/64: every weight is a multiple of it.
struct Chain {
  std::vector<float> steps;
  std::vector<std::byte> bytes;
  Crf crf;
};

Chain random_chain(unsigned seed) {
  std::mt19937 random(seed);
  Chain chain;
  for (std::size_t i = 0; i < (kLabels + 1) * (kLabels + 1); ++i) {
    chain.steps.push_back(static_cast<float>(static_cast<int>(random() % 129) - 64) / 64);
  }
  chain.steps[1 * (kLabels + 1) + 2] = -std::numeric_limits<float>::infinity();
  chain.steps[kLabels * (kLabels + 1) + 0] = -std::numeric_limits<float>::infinity();
  chain.bytes = Crf::build(kLabels, chain.steps, {{1, {127.0F / 64, 0, 0}}});
  chain.crf = Crf(chain.bytes);
  return chain;
}

// The score of one sequence, and every sequence in turn: what the fast sums are held to.
double score(const Chain& chain, std::span<const std::int32_t> emissions, const std::vector<std::uint8_t>& labels) {
  double sum = chain.steps[kLabels * (kLabels + 1) + labels[0]];
  for (std::size_t t = 0; t < labels.size(); ++t) {
    sum += emissions[t * kLabels + labels[t]] / 64.0;
    sum += chain.steps[labels[t] * (kLabels + 1) + (t + 1 < labels.size() ? labels[t + 1] : kLabels)];
  }
  return sum;
}

bool advance(std::vector<std::uint8_t>& labels) {
  for (auto& label : labels) {
    if (++label < kLabels) return true;
    label = 0;
  }
  return false;
}

TEST(Crf, AgreesWithTryingEverySequence) {
  std::mt19937 random(2);
  for (unsigned round = 0; round < 60; ++round) {
    const auto chain = random_chain(round);
    const std::size_t tokens = 1 + round % 6;
    std::vector<std::int32_t> emissions(tokens * kLabels);
    for (auto& emission : emissions) emission = static_cast<std::int32_t>(random() % 257) - 128;
    std::vector<std::uint8_t> labels(tokens, 0);
    double best = -1e30, sum = 0;
    std::vector<double> expected(tokens * kLabels);
    do {
      const auto points = score(chain, emissions, labels);
      best = std::max(best, points);
      sum += std::exp(points);
      for (std::size_t t = 0; t < tokens; ++t) expected[t * kLabels + labels[t]] += std::exp(points);
    } while (advance(labels));
    std::vector<std::uint8_t> decoded;
    chain.crf.decode(emissions, decoded);
    ASSERT_EQ(decoded.size(), tokens);
    EXPECT_NEAR(score(chain, emissions, decoded), best, 1e-9);
    std::vector<float> marginals;
    chain.crf.marginals(emissions, marginals);
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(marginals[i], expected[i] / sum, 1e-4);
  }
}

// Chains of any number of labels, held to the textbook's sums. Steps and scores are multiples of 1/64.
TEST(Crf, OfEveryWidthGivesTheTextbooksSums) {
  std::mt19937 random(8);
  for (const std::size_t labels : {1u, 2u, 4u, 5u, 7u, 8u, 9u, 19u, 20u, 21u, 64u}) {
    std::vector<float> steps((labels + 1) * (labels + 1));
    for (auto& step : steps) {
      step = random() % 9 == 0 ? -std::numeric_limits<float>::infinity()
                               : static_cast<float>(static_cast<int>(random() % 129) - 64) / 64;
    }
    // No label is without a way out and in.
    for (std::size_t i = 0; i <= labels; ++i) steps[i * (labels + 1)] = steps[i] = 0.5F;
    std::vector<float> row(labels);
    row[0] = 127.0F / 64;
    const auto bytes = Crf::build(labels, steps, {{1, row}});
    const Crf crf(bytes);
    const std::size_t tokens = 9;
    std::vector<std::int32_t> emissions(tokens * labels);
    for (auto& emission : emissions) emission = static_cast<std::int32_t>(random() % 257) - 128;
    const auto step = [&](std::size_t from, std::size_t to) { return double{steps[from * (labels + 1) + to]}; };
    const auto emission = [&](std::size_t token, std::size_t label) {
      return emissions[token * labels + label] / 64.0;
    };
    std::vector<double> best(labels), forward(tokens * labels), backward(tokens * labels);
    for (std::size_t t = 0; t < tokens; ++t) {
      const auto last = best;
      for (std::size_t to = 0; to < labels; ++to) {
        best[to] = t == 0 ? step(labels, to) : -1e30;
        forward[t * labels + to] = t == 0 ? std::exp(step(labels, to)) : 0;
        for (std::size_t from = 0; t > 0 && from < labels; ++from) {
          best[to] = std::max(best[to], last[from] + step(from, to));
          forward[t * labels + to] += forward[(t - 1) * labels + from] * std::exp(step(from, to));
        }
        best[to] += emission(t, to);
        forward[t * labels + to] *= std::exp(emission(t, to));
      }
    }
    double most = -1e30, sum = 0;
    for (std::size_t from = 0; from < labels; ++from) {
      most = std::max(most, best[from] + step(from, labels));
      sum += forward[(tokens - 1) * labels + from] * std::exp(step(from, labels));
    }
    for (auto t = tokens; t-- > 0;) {
      for (std::size_t from = 0; from < labels; ++from) {
        backward[t * labels + from] = t + 1 == tokens ? std::exp(step(from, labels)) : 0;
        for (std::size_t to = 0; t + 1 < tokens && to < labels; ++to) {
          backward[t * labels + from] +=
              std::exp(step(from, to) + emission(t + 1, to)) * backward[(t + 1) * labels + to];
        }
      }
    }
    std::vector<std::uint8_t> decoded;
    crf.decode(emissions, decoded);
    double points = step(labels, decoded[0]) + step(decoded[tokens - 1], labels);
    for (std::size_t t = 0; t < tokens; ++t) {
      points += emission(t, decoded[t]) + (t > 0 ? step(decoded[t - 1], decoded[t]) : 0);
    }
    EXPECT_NEAR(points, most, 1e-9) << labels;
    std::vector<float> marginals;
    crf.marginals(emissions, marginals);
    for (std::size_t i = 0; i < marginals.size(); ++i) {
      ASSERT_NEAR(marginals[i], forward[i] * backward[i] / sum, 1e-4) << labels;
    }
  }
}

TEST(Crf, KeepsItsFootingOnLongAndExtremeSequences) {
  const auto chain = random_chain(3);
  std::mt19937 random(4);
  std::vector<std::int32_t> emissions(20000 * kLabels);
  for (auto& emission : emissions) emission = static_cast<std::int32_t>(random() % 60000) - 30000;
  std::vector<std::uint8_t> labels;
  chain.crf.decode(emissions, labels);
  EXPECT_NE(labels[0], 0);
  for (std::size_t t = 1; t < labels.size(); ++t) EXPECT_FALSE(labels[t - 1] == 1 && labels[t] == 2);
  std::vector<float> marginals;
  chain.crf.marginals(emissions, marginals);
  for (std::size_t t = 0; t < labels.size(); ++t) {
    const auto* row = marginals.data() + t * kLabels;
    EXPECT_NEAR(row[0] + row[1] + row[2], 1, 1e-4);
  }
}

TEST(Crf, RefusesStepsWhoseOddsNoFloatHolds) {
  auto chain = random_chain(7);
  const auto weights_at = (16 + (kLabels + 1) * (kLabels + 1) * 4 + 63) / 64 * 64;
  store<std::uint32_t>(std::span(chain.bytes), weights_at + 4, std::bit_cast<std::uint32_t>(1e20F));
  EXPECT_THROW(Crf(chain.bytes, "huge"), Error);
  for (const std::uint32_t step : {0x80000000u, 0x7FFFFFFFu}) {
    auto other = random_chain(7);
    store<std::uint32_t>(std::span(other.bytes), 16, step);
    EXPECT_THROW(Crf(other.bytes, "huge"), Error) << step;
  }
}

TEST(Crf, DecodesTheSameOnEveryProcessor) {
  std::mt19937 random(11);
  for (const std::size_t labels : {1u, 3u, 4u, 7u, 8u, 19u, 20u, 33u, 64u}) {
    std::vector<float> steps;
    for (std::size_t i = 0; i < (labels + 1) * (labels + 1); ++i) {
      const bool forbidden = random() % 5 == 0;
      steps.push_back(forbidden ? -std::numeric_limits<float>::infinity()
                                : static_cast<float>(random() % 129) / 64 - 1);
    }
    const auto bytes = Crf::build(labels, steps, {{1, std::vector<float>(labels, 127.0F / 64)}});
    const Crf crf(bytes);
    for (const int most : {3, 200, 100'000}) {
      std::vector<std::int32_t> emissions(labels * 50);
      for (auto& emission : emissions) emission = static_cast<std::int32_t>(random()) % most;
      std::vector<std::uint8_t> decoded, plainly_decoded;
      crf.decode(emissions, decoded);
      crf.decode_portably(emissions, plainly_decoded);
      EXPECT_EQ(decoded, plainly_decoded) << labels << " labels";
    }
  }
}

TEST(Crf, OfNothingIsNothing) {
  std::vector<std::uint8_t> labels(4);
  std::vector<float> marginals(4);
  random_chain(5).crf.decode({}, labels);
  random_chain(5).crf.marginals({}, marginals);
  EXPECT_TRUE(labels.empty());
  EXPECT_TRUE(marginals.empty());
}

TEST(Crf, SurvivesEveryTruncationAndChangedByte) {
  const auto chain = random_chain(6);
  const auto try_bytes = [](const std::vector<std::byte>& bytes) {
    try {
      const Crf crf(bytes, "damaged");
      std::vector<std::uint8_t> labels;
      crf.decode(std::vector<std::int32_t>(crf.labels() * 4), labels);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
      EXPECT_EQ(error.where(), "damaged");
    }
  };
  for (std::size_t size = 0; size < chain.bytes.size(); ++size) {
    try_bytes({chain.bytes.begin(), chain.bytes.begin() + static_cast<std::ptrdiff_t>(size)});
  }
  for (std::size_t at = 0; at < chain.bytes.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      auto damaged = chain.bytes;
      damaged[at] = static_cast<std::byte>(value);
      try_bytes(damaged);
    }
  }
}

}  // namespace
}  // namespace pullquote::model
