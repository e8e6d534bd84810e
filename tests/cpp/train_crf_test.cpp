#include <gmock/gmock.h>

#include <cmath>
#include <random>
#include <utility>

#include "adaptation.h"
#include "crf_trainer.h"
#include "model/crf.h"

namespace pullquote::train {
namespace {

// Tokens are numbers; label 1 opens at a 7 and lasts (as label 2) until a token is even, so a label hangs on the one
// before it as well as on its token.
CrfSequence example(std::mt19937& random) {
  CrfSequence sequence{{0}, {}, {}};
  bool open = false;
  for (int t = 0; t < 12; ++t) {
    const auto token = random() % 10;
    std::uint8_t label = 0;
    if (token == 7) {
      label = 1;
      open = true;
    } else if (open && token % 2 == 1) {
      label = 2;
    } else {
      open = false;
    }
    sequence.features.push_back(1000 + token);
    sequence.features.push_back(2000);
    sequence.starts.push_back(static_cast<std::uint32_t>(sequence.features.size()));
    sequence.labels.push_back(label);
  }
  return sequence;
}

std::vector<CrfSequence> examples(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<CrfSequence> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(example(random));
  return out;
}

CrfOptions options() {
  CrfOptions options{.labels = 3, .epochs = 30, .rate = 0.5};
  options.allowed.assign(16, true);
  options.allowed[0 * 4 + 2] = false;  // 2 goes on from 1 or 2
  options.allowed[3 * 4 + 2] = false;
  return options;
}

std::vector<std::int32_t> emissions(const model::Weights& weights, const CrfSequence& sequence) {
  std::vector<std::int32_t> out(sequence.labels.size() * weights.width());
  for (std::size_t t = 0; t < sequence.labels.size(); ++t) {
    weights.add(std::span(sequence.features).subspan(sequence.starts[t], sequence.starts[t + 1] - sequence.starts[t]),
                std::span(out).subspan(t * weights.width(), weights.width()));
  }
  return out;
}

TEST(CrfTrainer, LearnsWhatHangsOnTheLabelBefore) {
  double last = 0;
  const auto bytes = train_crf(examples(300, 1), options(), [&](int, double loss) { last = loss; });
  EXPECT_LT(last, 0.05);
  const model::Crf crf(bytes);
  for (const auto& sequence : examples(50, 2)) {
    std::vector<std::uint8_t> labels;
    crf.decode(emissions(crf.weights(), sequence), labels);
    EXPECT_EQ(labels, sequence.labels);
  }
}

TEST(CrfTrainer, GivesTheSameBytesAgain) {
  EXPECT_EQ(train_crf(examples(40, 1), options()), train_crf(examples(40, 1), options()));
  auto other = options();
  other.seed = 2;
  EXPECT_NE(train_crf(examples(40, 1), other), train_crf(examples(40, 1), options()));
}

TEST(CrfTrainer, PenaltiesAndCountsThinOutRows) {
  auto sequences = examples(200, 3);
  sequences[0].features[0] = 5;  // seen once
  auto sparse = options();
  sparse.l1 = 0.3;
  const auto full = train_crf(sequences, options()), thin = train_crf(sequences, sparse);
  EXPECT_LT(model::Crf(thin).weights().size(), model::Crf(full).weights().size());
  auto frequent = options();
  frequent.min_count = 2;
  const auto known = train_crf(sequences, frequent);
  EXPECT_TRUE(model::Crf(full).weights().contains(5));
  EXPECT_FALSE(model::Crf(known).weights().contains(5));
}

// The tokens' features that the base lacks are learned, and so is a label that they are to have now; the rest stays.
TEST(Adaptation, ChangesWhatTheExamplesSpeakOf) {
  const auto base = train_crf(examples(300, 1), options());
  auto others = examples(40, 3);
  for (auto& sequence : others) {
    for (std::size_t t = 0; t < sequence.labels.size(); ++t) {
      if (sequence.features[2 * t] == 1000) sequence.features[2 * t] = 1042;  // 42 opens as a 7 does
      if (sequence.features[2 * t] == 1042) sequence.labels[t] = 1;
      const bool goes_on = t > 0 && sequence.labels[t - 1] != 0 && sequence.features[2 * t] % 2 == 1;
      if (sequence.labels[t] != 1) sequence.labels[t] = goes_on ? 2 : 0;
    }
  }
  auto few = options();
  few.l1 = 1;
  const auto bytes = adapt_crf(base, others, few);
  const model::Crf before(base), after(bytes);
  EXPECT_FALSE(before.weights().contains(1042));
  EXPECT_TRUE(after.weights().contains(1042));
  const auto right = [](const model::Crf& crf, const std::vector<CrfSequence>& sequences) {
    std::size_t count = 0;
    for (const auto& sequence : sequences) {
      std::vector<std::uint8_t> labels;
      crf.decode(emissions(crf.weights(), sequence), labels);
      count += labels == sequence.labels ? 1 : 0;
    }
    return count;
  };
  EXPECT_LT(right(before, others), others.size() / 2);
  EXPECT_EQ(right(after, others), others.size());
  EXPECT_GE(right(after, examples(50, 2)), 49u);
}

TEST(Adaptation, LeavesWhatTheExamplesAgreeWith) {
  const auto base = train_crf(examples(300, 1), options());
  auto few = options();
  few.l1 = 5;
  const auto bytes = adapt_crf(base, examples(20, 1), few);
  const model::Crf before(base), after(bytes);
  for (const auto& sequence : examples(20, 1)) {
    EXPECT_EQ(emissions(after.weights(), sequence), emissions(before.weights(), sequence));
  }
  EXPECT_EQ(after.weights().size(), before.weights().size());
}

// What is known beforehand weighs as much against many examples as against few.
TEST(Adaptation, ListensToManyMoreThanToFew) {
  std::vector<CrfSequence> sequences;
  for (int i = 0; i < 100; ++i) sequences.push_back({{0, 1}, {7}, {0}});
  const CrfOptions plain{.labels = 2, .epochs = 20, .rate = 0.1};
  const auto base = train_classifier(sequences, plain);
  const auto change = [&](std::size_t count) {
    auto strong = plain;
    strong.l1 = 3;
    const std::vector<CrfSequence> others(count, CrfSequence{{0, 1}, {7}, {1}});
    const auto bytes = adapt_classifier(base, others, strong);
    std::vector<std::int32_t> scores(2);
    model::Weights(bytes).add(std::vector<std::uint64_t>{7}, scores);
    return scores[1] - scores[0];
  };
  const auto none = change(1);
  EXPECT_LT(none, 0);
  EXPECT_GT(change(10), none);
  EXPECT_GT(change(200), 0);
}

TEST(ClassifierTrainer, SeparatesWhatItsFeaturesSeparate) {
  std::vector<CrfSequence> sequences;
  for (std::uint64_t i = 0; i < 200; ++i) {
    sequences.push_back({{0, 2}, {i % 4, 100 + i % 3}, {static_cast<std::uint8_t>(i % 4 == 3 ? 1 : 0)}});
  }
  const auto bytes = train_classifier(sequences, {.labels = 2, .epochs = 20, .rate = 0.5});
  const model::Weights weights(bytes);
  for (std::uint64_t i = 0; i < 12; ++i) {
    std::vector<std::int32_t> scores(2);
    weights.add(std::vector<std::uint64_t>{i % 4, 100 + i % 3}, scores);
    EXPECT_EQ(scores[1] > scores[0], i % 4 == 3) << i;
  }
}

// How far two alternatives, each with a feature of its own, are taken to be right, as log-odds, after examples in which
// they were so far.
std::pair<float, float> learned_odds(float first, float second, double ranking) {
  constexpr std::uint64_t kFirst = 1, kSecond = 2;
  std::vector<CrfSequence> sequences(300);
  for (auto& sequence : sequences) {
    sequence.add_share(std::vector{kFirst}, first);
    sequence.add_share(std::vector{kSecond}, second);
  }
  const CrfOptions options{.labels = 2, .epochs = 20, .rate = 0.5, .ranking = ranking};
  std::pair<float, float> odds;
  for (const auto& [feature, weights] : learn_weights(sequences, options, false, {}).rows) {
    (feature == kFirst ? odds.first : odds.second) = weights[1] - weights[0];
  }
  return odds;
}

TEST(ClassifierTrainer, LearnsHowFarALabelIsRight) {
  const auto [mostly, hardly] = learned_odds(0.8F, 0.1F, 0);
  EXPECT_NEAR(1 / (1 + std::exp(-mostly)), 0.8F, 0.01F);
  EXPECT_NEAR(1 / (1 + std::exp(-hardly)), 0.1F, 0.01F);
}

// Both are good, so that by themselves they hardly differ; which is better shows where they are alternatives.
TEST(ClassifierTrainer, RanksAlternatives) {
  const auto lead = [](double ranking) {
    const auto [better, worse] = learned_odds(0.9F, 0.8F, ranking);
    return better - worse;
  };
  EXPECT_NEAR(lead(0), std::log(9.0F) - std::log(4.0F), 0.05F);
  EXPECT_GT(lead(1), lead(0) + 0.05F);
  EXPECT_LT(lead(1), 1.0F);  // e times as often is what a tenth more calls for
}

}  // namespace
}  // namespace pullquote::train
