#include <gmock/gmock.h>

#include <map>
#include <random>

#include "model/bytes.h"
#include "model/hash.h"
#include "model/sparse_weights.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

std::vector<SparseWeights::Row> random_rows(std::size_t count, std::size_t width, unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<SparseWeights::Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<float> weights(width);
    // Multiples of 1/64, the largest 127/64, so that nothing is lost in rounding.
    for (auto& weight : weights) {
      if (random() % 4 == 0) weight = static_cast<float>(static_cast<int>(random() % 255) - 127) / 64;
    }
    weights[0] = 127.0F / 64;
    rows.emplace_back(random(), std::move(weights));
  }
  return rows;
}

TEST(SparseWeights, SumsRowsAsAMapDoes) {
  for (const std::size_t width : {1u, 2u, 15u, 16u, 17u, 19u, 37u, 64u, 100u, 256u}) {
    const auto rows = random_rows(700, width, 5);
    const auto bytes = SparseWeights::build(width, rows);
    const SparseWeights weights(bytes);
    ASSERT_EQ(weights.width(), width);
    EXPECT_EQ(weights.size(), rows.size());
    EXPECT_FLOAT_EQ(weights.scale(), 1.0F / 64);
    std::mt19937_64 random(6);
    for (const std::size_t count : {0u, 1u, 5u, 60u, 600u}) {
      std::vector<std::uint64_t> features;
      std::vector<std::int32_t> expected(width, 3), scores(width, 3);
      for (std::size_t i = 0; i < count; ++i) {
        const auto& [feature, row] = rows[random() % rows.size()];
        features.push_back(feature);
        for (std::size_t k = 0; k < width; ++k) expected[k] += static_cast<std::int32_t>(row[k] * 64);
      }
      weights.add(features, scores);
      EXPECT_EQ(scores, expected) << width << " wide, " << count << " features";
    }
  }
}

TEST(SparseWeights, KnowsOnlyWhatItWasGiven) {
  const auto rows = random_rows(20000, 3, 7);
  const auto bytes = SparseWeights::build(3, rows);
  const SparseWeights weights(bytes);
  for (const auto& [feature, row] : rows) ASSERT_TRUE(weights.contains(feature));
  std::mt19937_64 random(8);
  int known = 0;
  for (int i = 0; i < 20000; ++i) known += weights.contains(random());
  EXPECT_LT(known, 20);  // tags of 16 bits
  EXPECT_LT(bytes.size(), 20000 * (32 / 8 + 3 * 2) * 1.2);
}

TEST(SparseWeights, LeavesOutRowsThatComeToNothing) {
  const auto bytes = SparseWeights::build(2, {{11, {1.0F, -1.0F}}, {12, {0.0F, 0.001F}}});
  const SparseWeights weights(bytes);
  EXPECT_EQ(weights.size(), 1u);
  EXPECT_TRUE(weights.contains(11));
  EXPECT_FALSE(weights.contains(12));
}

TEST(SparseWeights, BytesDoNotDependOnTheOrderOfRows) {
  auto rows = random_rows(3000, 5, 9);
  const auto bytes = SparseWeights::build(5, rows);
  std::shuffle(rows.begin(), rows.end(), std::mt19937(4));
  EXPECT_EQ(SparseWeights::build(5, rows), bytes);
}

TEST(SparseWeights, WithoutBytesOrRowsHasNothing) {
  EXPECT_FALSE(SparseWeights().contains(0));
  const auto bytes = SparseWeights::build(4, {});
  const SparseWeights weights(bytes);
  EXPECT_EQ(weights.size(), 0u);
  std::vector<std::int32_t> scores(4);
  weights.add(std::vector<std::uint64_t>{0, 1, ~0ull}, scores);
  EXPECT_THAT(scores, testing::Each(0));
}

void expect_survives(std::span<const std::byte> bytes) {
  try {
    const SparseWeights weights(bytes, "damaged");
    std::vector<std::int32_t> scores(weights.width());
    weights.add(std::vector<std::uint64_t>{0, 1, 5, 1ull << 63, ~0ull}, scores);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
    EXPECT_EQ(error.where(), "damaged");
  }
}

TEST(SparseWeights, SurvivesEveryTruncationAndChangedByte) {
  const auto bytes = SparseWeights::build(3, random_rows(40, 3, 10));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    // A copy of its own, so that a sanitizer sees a read past the end.
    expect_survives(std::vector<std::byte>(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      auto damaged = bytes;
      damaged[at] = static_cast<std::byte>(value);
      expect_survives(damaged);
    }
  }
}

TEST(SparseWeights, RefusesCountsBeyondItsBytes) {
  for (const std::uint64_t count : {std::uint64_t{1} << 32, std::uint64_t{1} << 61, ~std::uint64_t{0}}) {
    for (const std::size_t at : {8u, 16u, 24u}) {
      auto bytes = SparseWeights::build(3, random_rows(40, 3, 10));
      store<std::uint64_t>(bytes, at, count);
      EXPECT_THROW(SparseWeights{bytes}, Error);
    }
  }
}

}  // namespace
}  // namespace pullquote::model
