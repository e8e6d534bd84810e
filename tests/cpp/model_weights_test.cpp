#include <gmock/gmock.h>

#include <map>
#include <random>

#include "model/bytes.h"
#include "model/hash.h"
#include "model/relay.h"
#include "model/weights.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

std::vector<Weights::Row> random_rows(std::size_t count, std::size_t width, unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<Weights::Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<float> weights(width);
    // Multiples of 1/64, the largest 127/64, so that nothing is lost in rounding.
    for (auto& weight : weights) weight = static_cast<float>(static_cast<int>(random() % 255) - 127) / 64;
    weights[0] = 127.0F / 64;
    rows.emplace_back(random(), std::move(weights));
  }
  return rows;
}

TEST(Mix, IsPartOfTheFormat) {
  EXPECT_EQ(mix(0, 0), 0x632be59bd9b4e019u);
  EXPECT_NE(mix(mix(1, 2), 3), mix(mix(1, 3), 2));
  EXPECT_NE(mix(1, 2), mix(2, 1));
}

TEST(Weights, SumsRowsAsAMapDoes) {
  for (const std::size_t width : {1u, 2u, 15u, 16u, 17u, 19u, 37u, 64u, 100u, 256u}) {
    const auto rows = random_rows(700, width, 5);
    const auto bytes = Weights::build(width, rows);
    const Weights weights(bytes);
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
      scores.assign(width, 3);
      weights.add_portably(features, scores);
      EXPECT_EQ(scores, expected) << width << " wide, " << count << " features, portably";
    }
  }
}

TEST(Weights, KnowsOnlyWhatItWasGiven) {
  const auto rows = random_rows(20000, 3, 7);
  const auto bytes = Weights::build(3, rows);
  const Weights weights(bytes);
  for (const auto& [feature, row] : rows) ASSERT_TRUE(weights.contains(feature));
  std::mt19937_64 random(8);
  int known = 0, added = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::vector<std::uint64_t> feature{random()};
    std::vector<std::int32_t> scores(3), portable(3);
    weights.add(feature, scores);
    weights.add_portably(feature, portable);
    EXPECT_EQ(scores, portable);
    known += weights.contains(feature[0]);
    added += scores != std::vector<std::int32_t>(3);
  }
  // Of those that share a tag with a known one, some eight, hardly one shares the byte at the end of the row as well.
  EXPECT_LE(known, 1);
  EXPECT_LE(added, known);
  EXPECT_LT(bytes.size(), 20000 * 6 * 1.3);
}

// Features that share a tag with others, or have none, are the same to every machine, too.
TEST(Weights, GiveTheSameWhateverTheMachine) {
  auto rows = random_rows(5000, 19, 11);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].first = (rows[i].first & ~0xFFFFull) | i % 7;
  const auto bytes = Weights::build(19, rows);
  const Weights weights(bytes);
  std::mt19937_64 random(12);
  std::vector<std::uint64_t> features;
  for (int i = 0; i < 3000; ++i) {
    features.push_back(i % 2 == 0 ? rows[random() % rows.size()].first : (random() & ~0xFFFFull) | random() % 7);
  }
  std::vector<std::int32_t> scores(19), portable(19);
  weights.add(features, scores);
  weights.add_portably(features, portable);
  EXPECT_EQ(scores, portable);
  EXPECT_THAT(scores, testing::Not(testing::Each(0)));
}

// So many of one bucket that they take the room of the next ones.
TEST(Weights, FindFeaturesBeyondTheirHome) {
  auto rows = random_rows(100, 2, 13);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].first = 1ull << 62 | (0x10001 * i + 1);
  const auto bytes = Weights::build(2, rows);
  const Weights weights(bytes);
  for (const auto& [feature, row] : rows) {
    std::vector<std::int32_t> scores(2), portable(2);
    weights.add(std::vector{feature}, scores);
    weights.add_portably(std::vector{feature}, portable);
    EXPECT_EQ(scores[1], static_cast<std::int32_t>(row[1] * 64));
    EXPECT_EQ(portable, scores);
  }
  EXPECT_FALSE(weights.contains(1ull << 62 | 0x7FFF));
}

TEST(Relay, AddsWhatAddingOneByOneDoes) {
  const auto rows = random_rows(500, 3, 14);
  const auto bytes = Weights::build(3, rows);
  const Weights weights(bytes);
  std::mt19937_64 random(15);
  Relay relay(weights);
  std::vector<std::int32_t> together(3 * 20), apart(3 * 20);
  for (std::size_t decision = 0; decision < 20; ++decision) {
    auto& features = relay.next();
    for (std::size_t i = 0; i < decision % 4; ++i) features.push_back(rows[random() % rows.size()].first);
    weights.add(features.all(), std::span(apart).subspan(3 * decision, 3));
    relay.add(std::span(together).subspan(3 * decision, 3));
    if (decision == 7) relay.finish();
  }
  relay.finish();
  relay.finish();
  EXPECT_EQ(together, apart);
}

TEST(Weights, LeavesOutRowsThatComeToNothing) {
  const auto bytes = Weights::build(2, {{11, {1.0F, -1.0F}}, {12, {0.0F, 0.001F}}});
  const Weights weights(bytes);
  EXPECT_EQ(weights.size(), 1u);
  EXPECT_TRUE(weights.contains(11));
  EXPECT_FALSE(weights.contains(12));
}

TEST(Weights, BytesDoNotDependOnTheOrderOfRows) {
  auto rows = random_rows(3000, 5, 9);
  const auto bytes = Weights::build(5, rows);
  std::shuffle(rows.begin(), rows.end(), std::mt19937(4));
  EXPECT_EQ(Weights::build(5, rows), bytes);
}

TEST(Weights, WithoutBytesOrRowsHasNothing) {
  EXPECT_FALSE(Weights().contains(0));
  const auto bytes = Weights::build(4, {});
  const Weights weights(bytes);
  EXPECT_EQ(weights.size(), 0u);
  std::vector<std::int32_t> scores(4);
  weights.add(std::vector<std::uint64_t>{0, 1, ~0ull}, scores);
  EXPECT_THAT(scores, testing::Each(0));
}

void expect_survives(std::span<const std::byte> bytes) {
  try {
    const Weights weights(bytes, "damaged");
    std::vector<std::int32_t> scores(weights.width());
    weights.add(std::vector<std::uint64_t>{0, 1, 5, 1ull << 63, ~0ull}, scores);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
    EXPECT_EQ(error.where(), "damaged");
  }
}

TEST(Weights, SurvivesEveryTruncationAndChangedByte) {
  const auto bytes = Weights::build(3, random_rows(40, 3, 10));
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

TEST(Weights, RefusesAnotherLayout) {
  auto bytes = Weights::build(3, random_rows(40, 3, 10));
  store<std::uint64_t>(bytes, 24, 0);
  EXPECT_THROW(Weights{bytes}, Error);
}

TEST(Weights, RefusesCountsBeyondItsBytes) {
  for (const std::uint64_t count : {std::uint64_t{1} << 32, std::uint64_t{1} << 61, ~std::uint64_t{0}}) {
    for (const std::size_t at : {8u, 16u}) {
      auto bytes = Weights::build(3, random_rows(40, 3, 10));
      store<std::uint64_t>(bytes, at, count);
      EXPECT_THROW(Weights{bytes}, Error);
    }
  }
}

}  // namespace
}  // namespace pullquote::model
