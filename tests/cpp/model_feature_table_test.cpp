#include <gmock/gmock.h>

#include <random>
#include <stdexcept>

#include "model/bytes.h"
#include "model/feature_table.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

std::vector<std::uint64_t> random_features(std::size_t count, unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<std::uint64_t> features(count);
  for (auto& feature : features) feature = random();
  return features;
}

TEST(FeatureTable, TurnsAwayFewFeaturesAndThoseThatMatterLeast) {
  std::vector<FeatureTable::Entry> entries;
  for (const auto feature : random_features(30000, 1)) {
    entries.emplace_back(feature, static_cast<std::uint16_t>(1 + entries.size() % 60000));
  }
  const auto bytes = FeatureTable::build(entries);
  EXPECT_LT(bytes.size(), 30000 * 4 * 1.4);
  const FeatureTable table(bytes);
  std::size_t first_half = 0, second_half = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    // Two features of a bucket may have one tag: then the first one answers for both.
    if (table.find(entries[i].first) != entries[i].second) ++(i < entries.size() / 2 ? first_half : second_half);
  }
  EXPECT_LT(first_half, 10u);
  EXPECT_LT(second_half, 750u);
  EXPECT_GT(second_half, first_half);
}

TEST(FeatureTable, KnowsNothingElse) {
  std::vector<FeatureTable::Entry> entries;
  for (const auto feature : random_features(20000, 2)) entries.emplace_back(feature, std::uint16_t{7});
  const auto bytes = FeatureTable::build(entries);
  const FeatureTable table(bytes);
  int known = 0;
  for (const auto feature : random_features(20000, 3)) known += table.find(feature) != 0 ? 1 : 0;
  EXPECT_LT(known, 20);
  EXPECT_EQ(FeatureTable().find(entries[0].first), 0u);
}

TEST(PairTable, SumsPairsAsAMapDoes) {
  std::mt19937 random(4);
  std::vector<PairTable::Row> rows;
  const auto points = [&] { return static_cast<float>(static_cast<int>(random() % 255) - 127) / 16; };
  for (const auto feature : random_features(40, 5)) rows.push_back({feature, {points(), points()}});
  rows[0].second = {127.0F / 16, -127.0F / 16};
  const auto bytes = PairTable::build(rows);
  const PairTable table(bytes);
  std::vector<std::uint64_t> features = {99};
  std::array<std::int32_t, 2> expected{};
  for (const auto& [feature, pair] : rows) {
    features.push_back(feature);
    expected[0] += static_cast<std::int32_t>(pair[0] * 16);
    expected[1] += static_cast<std::int32_t>(pair[1] * 16);
    EXPECT_EQ(table.sum(features), expected);
    EXPECT_EQ(table.sum_portably(features), expected);
  }
  EXPECT_EQ(table.sum({}), (std::array<std::int32_t, 2>{0, 0}));
  EXPECT_EQ(PairTable().sum(features), (std::array<std::int32_t, 2>{0, 0}));
}

TEST(RowTable, SumsRowsAsAMapDoes) {
  for (const std::size_t width : {1u, 16u, 40u, 48u}) {
    std::mt19937 random(6);
    std::vector<RowTable::Row> rows;
    // Spread evenly, so that no bucket turns any away.
    for (std::uint64_t number = 0; number < kMostFeatures; ++number) {
      const auto feature = number << 57 | (2 * number + 1);
      std::vector<float> points(width);
      for (auto& point : points) point = static_cast<float>(static_cast<int>(random() % 255) - 127) / 16;
      rows.emplace_back(feature, points);
    }
    for (auto& row : rows) row.second[0] = 127.0F / 16;  // the largest sum that there can be
    const auto bytes = RowTable::build(rows);
    const RowTable table(bytes);
    std::vector<std::uint64_t> features;
    RowTable::Scores expected{};
    for (const auto& [feature, points] : rows) {
      features.push_back(feature);
      for (std::size_t i = 0; i < width; ++i) expected[i] = static_cast<std::int16_t>(expected[i] + points[i] * 16);
    }
    EXPECT_EQ(table.sum(features), expected) << width;
    EXPECT_EQ(table.sum_portably(features), expected) << width;
    EXPECT_EQ(table.sum(random_features(128, 8)), RowTable::Scores{});
    EXPECT_EQ(RowTable().sum(features), RowTable::Scores{});
  }
}

TEST(RowTable, RefusesWhatItCannotHold) {
  EXPECT_THROW((void)RowTable::build({{1, std::vector<float>(RowTable::kWidth + 1)}}), std::invalid_argument);
  EXPECT_THROW((void)RowTable::build(std::vector<RowTable::Row>(RowTable::kMostRows + 1)), std::invalid_argument);
}

TEST(RowTable, SurvivesEveryTruncationAndChangedByte) {
  std::vector<RowTable::Row> rows;
  for (const auto feature : random_features(30, 9)) rows.emplace_back(feature, std::vector<float>(5, 1.0F));
  const auto bytes = RowTable::build(rows);
  const auto survives = [](std::span<const std::byte> damaged) {
    try {
      const RowTable table(damaged, "damaged");
      (void)table.sum(random_features(30, 9));
      (void)table.sum(std::vector<std::uint64_t>{0, 1, 1ull << 63, ~0ull});
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
      EXPECT_EQ(error.where(), "damaged");
    }
  };
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    // A copy of its own, so that a sanitizer sees a read past the end.
    survives(std::vector<std::byte>(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      auto damaged = bytes;
      damaged[at] = static_cast<std::byte>(value);
      survives(damaged);
    }
  }
}

TEST(FeatureTable, RefusesCountsBeyondItsBytes) {
  for (const std::uint64_t count :
       {std::uint64_t{0}, std::uint64_t{2}, std::uint64_t{1} << 58, std::uint64_t{1} << 61, ~std::uint64_t{0}}) {
    auto bytes = FeatureTable::build({{5, std::uint16_t{1}}});
    store<std::uint64_t>(bytes, 0, count);
    EXPECT_THROW(FeatureTable{bytes}, Error);
  }
}

}  // namespace
}  // namespace pullquote::model
