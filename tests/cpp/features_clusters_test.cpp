#include <gmock/gmock.h>

#include <random>
#include <stdexcept>

#include "features/clusters.h"
#include "model/bytes.h"
#include "pullquote/error.h"

namespace pullquote::features {
namespace {

TEST(Clusters, KnowsWordsAsTheyAreSpelled) {
  const auto bytes = Clusters::build({{"said", 0b101}, {"says", 0b1010}, {"May", 0b11}});
  const Clusters clusters(bytes);
  EXPECT_EQ(clusters.find("said"), 0b101u);
  EXPECT_EQ(clusters.find("says"), 0b1010u);
  EXPECT_EQ(clusters.find("May"), 0b11u);
  EXPECT_EQ(clusters.find("may"), 0u);
  EXPECT_EQ(clusters.find(""), 0u);
}

TEST(Clusters, FallsBackToTheLowerCasedWord) {
  const auto bytes = Clusters::build({{"said", 0b101}, {"May", 0b11}});
  const Clusters clusters(bytes);
  EXPECT_EQ(clusters.find("Said", "said"), 0b101u);
  EXPECT_EQ(clusters.find("May", "may"), 0b11u);
  EXPECT_EQ(clusters.find("Mays", "mays"), 0u);
}

TEST(Clusters, PrefixesKeepTheFirstBits) {
  EXPECT_EQ(Clusters::prefix(0b10110, 2), 0b101u);
  EXPECT_EQ(Clusters::prefix(0b10110, 4), 0b10110u);
  EXPECT_EQ(Clusters::prefix(0b10110, 9), 0b10110u);
  EXPECT_EQ(Clusters::prefix(0b10010, 3), 0b1001u);  // zeros at the start of a way count
  EXPECT_EQ(Clusters::prefix(0, 4), 0u);
}

TEST(Clusters, HoldManyWordsInAnyOrder) {
  std::vector<std::pair<std::string, ClusterPath>> entries;
  for (std::uint32_t i = 0; i < 20000; ++i) entries.emplace_back("word" + std::to_string(i), 2 + i % 1000);
  const auto bytes = Clusters::build(entries);
  const Clusters clusters(bytes);
  for (const auto& [word, path] : entries) ASSERT_EQ(clusters.find(word), path) << word;
  std::size_t strangers = 0;
  for (int i = 0; i < 20000; ++i) strangers += clusters.find("other" + std::to_string(i)) != 0 ? 1u : 0u;
  EXPECT_LE(strangers, 2u);
  std::shuffle(entries.begin(), entries.end(), std::mt19937(1));
  EXPECT_EQ(Clusters::build(entries), bytes);
}

TEST(Clusters, WithoutBytesKnowNothing) { EXPECT_EQ(Clusters().find("said"), 0u); }

TEST(Clusters, RefuseMorePathsThanTheyCanNumber) {
  std::vector<std::pair<std::string, ClusterPath>> entries;
  for (std::uint32_t i = 0; i <= Clusters::kMostPaths; ++i) entries.emplace_back(std::to_string(i), i + 1);
  EXPECT_THROW((void)Clusters::build(entries), std::invalid_argument);
  entries.pop_back();
  EXPECT_NO_THROW((void)Clusters::build(entries));
  EXPECT_THROW((void)Clusters::build({{"said", 0}}), std::invalid_argument);
}

TEST(Clusters, SurviveDamage) {
  const auto bytes = Clusters::build({{"said", 0b101}, {"says", 0b1010}, {"May", 0b11}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(Clusters(std::span(bytes).first(size), "damaged"), Error) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0xFF}) {
      auto damaged = bytes;
      damaged[at] = static_cast<std::byte>(value);
      try {
        const Clusters clusters(damaged, "damaged");
        for (const auto* const word : {"said", "says", "May", "other", ""}) (void)clusters.find(word);
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
        EXPECT_EQ(error.where(), "damaged");
      }
    }
  }
}

}  // namespace
}  // namespace pullquote::features
