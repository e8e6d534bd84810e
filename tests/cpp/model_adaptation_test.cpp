#include <gmock/gmock.h>

#include <limits>
#include <map>
#include <random>

#include "model/crf.h"
#include "model/weights.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

using testing::ElementsAre;

constexpr float kUnit = 1.0F / 64;

// Multiples of the unit, the largest 127 of them, so that nothing is lost in rounding.
std::vector<Weights::Row> random_rows(std::size_t count, std::size_t width, unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<Weights::Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<float> weights(width);
    for (auto& weight : weights) weight = static_cast<float>(static_cast<int>(random() % 101) - 50) * kUnit;
    weights[0] = 127 * kUnit;
    rows.emplace_back(random(), std::move(weights));
  }
  return rows;
}

std::vector<std::int32_t> row_of(const Weights& weights, std::uint64_t feature) {
  std::vector<std::int32_t> scores(weights.width()), portable(weights.width());
  weights.add(std::vector{feature}, scores);
  weights.add_portably(std::vector{feature}, portable);
  EXPECT_EQ(scores, portable);
  return scores;
}

TEST(AdaptedWeights, ChangeKnownRowsAndTakeUpNewOnes) {
  const auto rows = random_rows(5000, 3, 1);
  const auto base = Weights::build(3, rows);
  std::map<std::uint64_t, std::vector<std::int32_t>> expected;
  const auto add = [&](const Weights::Row& row) {
    auto& sum = expected[row.first];
    sum.resize(3);
    for (std::size_t i = 0; i < 3; ++i) sum[i] += static_cast<std::int32_t>(row.second[i] / kUnit);
  };
  for (const auto& row : rows) add(row);
  auto changes = random_rows(300, 3, 2);
  for (auto& [feature, weights] : changes) weights[0] = -3 * kUnit;
  for (std::size_t i = 0; i < 200; ++i) changes.emplace_back(rows[i].first, std::vector{-kUnit, 0.0F, 5 * kUnit});
  for (const auto& row : changes) add(row);
  const auto bytes = Weights::adapted(base, changes);
  const Weights weights(bytes);
  EXPECT_EQ(bytes.size(), base.size());
  EXPECT_EQ(weights.scale(), Weights(base).scale());
  EXPECT_EQ(weights.size(), 5300u);
  for (const auto& [feature, row] : expected) ASSERT_EQ(row_of(weights, feature), row);
}

TEST(AdaptedWeights, AreTheBasesWhereNothingChanges) {
  const auto base = Weights::build(3, random_rows(500, 3, 3));
  EXPECT_EQ(Weights::adapted(base, {}), base);
  EXPECT_EQ(Weights::adapted(base, {{7, {0.4F * kUnit, 0, -0.4F * kUnit}}}), base);
}

TEST(AdaptedWeights, StayWithinAByte) {
  const auto base = Weights::build(2, {{1, {127 * kUnit, -100 * kUnit}}});
  const auto bytes = Weights::adapted(base, {{1, {9 * kUnit, -90 * kUnit}}, {2, {1e30F, -1e30F}}});
  EXPECT_THAT(row_of(Weights(bytes), 1), ElementsAre(127, -127));
  EXPECT_THAT(row_of(Weights(bytes), 2), ElementsAre(127, -127));
  const auto back = Weights::adapted(bytes, {{1, {-254 * kUnit, 254 * kUnit}}});
  EXPECT_THAT(row_of(Weights(back), 1), ElementsAre(-127, 127));
}

// More new features of one home than it has room for: they go on to the next buckets, as far as a look-up reaches, and
// those that change least are left out.
TEST(AdaptedWeights, GoOnToTheNextBucketsAndLeaveOutWhatFindsNoRoom) {
  const auto base = Weights::build(1, random_rows(2000, 1, 4));
  std::vector<Weights::Row> changes;
  for (std::uint64_t i = 0; i < 600; ++i) {
    changes.emplace_back(1ull << 63 | (0x1010001 * i + 1), std::vector{static_cast<float>(1 + i / 10) * kUnit});
  }
  const auto bytes = Weights::adapted(base, changes);
  const Weights weights(bytes);
  const auto found = weights.size() - 2000;
  EXPECT_GT(found, 31u);
  EXPECT_LT(found, 600u);
  for (std::uint64_t i = 0; i < 600; ++i) {
    if (i / 10 == (600 - found) / 10) continue;  // where some of the same weight found room
    const auto expected = i < 600 - found ? 0 : static_cast<std::int32_t>(1 + i / 10);
    EXPECT_THAT(row_of(weights, changes[i].first), ElementsAre(expected)) << i;
  }
}

TEST(AdaptedWeights, DoNotDependOnTheOrderOfChanges) {
  const auto base = Weights::build(3, random_rows(2000, 3, 5));
  auto changes = random_rows(900, 3, 6);
  const auto bytes = Weights::adapted(base, changes);
  std::shuffle(changes.begin(), changes.end(), std::mt19937(4));
  EXPECT_EQ(Weights::adapted(base, changes), bytes);
}

TEST(AdaptedWeights, RefuseRowsOfAnotherWidth) {
  const auto base = Weights::build(3, random_rows(20, 3, 7));
  EXPECT_THROW((void)Weights::adapted(base, {{1, {1.0F}}}), std::invalid_argument);
}

TEST(AdaptedWeights, SurviveEveryTruncationAndChangedByte) {
  const auto base = Weights::build(3, random_rows(40, 3, 8));
  const auto changes = random_rows(60, 3, 9);
  const auto expect_survives = [&](std::span<const std::byte> bytes) {
    try {
      EXPECT_EQ(Weights::adapted(bytes, changes, "damaged").size(), bytes.size());
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
      EXPECT_EQ(error.where(), "damaged");
    }
  };
  for (std::size_t size = 0; size < base.size(); size += 7) expect_survives(std::span(base).first(size));
  for (std::size_t at = 0; at < base.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x80, 0xFF}) {
      auto damaged = base;
      damaged[at] = static_cast<std::byte>(value);
      expect_survives(damaged);
    }
  }
}

TEST(AdaptedCrf, HasTheStepsItIsGivenAndKeepsWhatIsForbidden) {
  constexpr auto kForbidden = -std::numeric_limits<float>::infinity();
  const std::vector<float> steps = {kUnit, 2 * kUnit, kForbidden, -3 * kUnit, 0, kUnit, 4 * kUnit, 5 * kUnit, 0};
  const auto base = Crf::build(2, steps, {{1, {127 * kUnit, 0}}});
  EXPECT_EQ(Crf(base).steps(), steps);
  EXPECT_EQ(Crf::adapted(base, steps, {}), base);
  auto others = steps;
  others[0] = 7 * kUnit;
  const auto bytes = Crf::adapted(base, others, {{1, {0, kUnit}}, {2, {-kUnit, 0}}});
  const Crf crf(bytes);
  EXPECT_EQ(crf.steps(), others);
  EXPECT_THAT(row_of(crf.weights(), 1), ElementsAre(127, 1));
  EXPECT_THAT(row_of(crf.weights(), 2), ElementsAre(-1, 0));
  EXPECT_THROW((void)Crf::adapted(base, std::vector<float>(4), {}), std::invalid_argument);
}

}  // namespace
}  // namespace pullquote::model
