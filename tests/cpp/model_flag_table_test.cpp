#include <gmock/gmock.h>

#include <map>
#include <random>
#include <stdexcept>

#include "model/bytes.h"
#include "model/flag_table.h"
#include "pullquote/error.h"

namespace pullquote::model {
namespace {

using Entries = std::vector<std::pair<std::string, std::uint32_t>>;

Entries random_entries(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  Entries entries;
  for (std::size_t i = 0; i < count; ++i) {
    std::string key(random() % 12, ' ');
    for (auto& c : key) c = static_cast<char>('a' + random() % 26);
    entries.emplace_back(std::move(key), 1u << random() % 32);
  }
  return entries;
}

TEST(Hash, IsPartOfTheFormat) {
  // The published FNV-1a values, avalanched: a change here makes every model file unreadable without saying so.
  EXPECT_EQ(hash64(""), 0xefd01f60ba992926u);
  EXPECT_EQ(hash64("a"), 0x82a2a958a9bece5bu);
  EXPECT_EQ(hash64("bogot\xC3\xA1"), 0xe7acbd9c3251896au);
  EXPECT_NE(hash64("ab"), hash64("ba"));
}

TEST(FlagTable, AgreesWithAMap) {
  for (const std::size_t count : {0u, 1u, 2u, 7u, 100u, 5000u, 60000u}) {
    const auto entries = random_entries(count, 1);
    std::map<std::string, std::uint32_t> expected;
    for (const auto& [key, flags] : entries) expected[key] |= flags;
    const auto bytes = FlagTable::build(entries);
    const FlagTable table(bytes);
    EXPECT_EQ(table.size(), expected.size());
    for (const auto& [key, flags] : expected) EXPECT_EQ(table.find(key), flags) << key;
    for (const auto& [key, flags] : random_entries(2000, 2)) {
      const auto found = expected.find(key);
      EXPECT_EQ(table.find(key), found == expected.end() ? 0 : found->second) << key;
    }
  }
}

TEST(FlagTable, BytesDoNotDependOnTheOrderOfEntries) {
  auto entries = random_entries(3000, 3);
  const auto bytes = FlagTable::build(entries);
  std::shuffle(entries.begin(), entries.end(), std::mt19937(4));
  EXPECT_EQ(FlagTable::build(entries), bytes);
  entries.insert(entries.end(), entries.begin(), entries.begin() + 1000);
  EXPECT_EQ(FlagTable::build(entries), bytes);
}

TEST(FlagTable, LeavesOutKeysWithoutFlags) {
  const auto bytes = FlagTable::build({{"none", 0}, {"some", 4}});
  const FlagTable table(bytes);
  EXPECT_EQ(table.size(), 1u);
  EXPECT_EQ(table.find("none"), 0u);
  EXPECT_EQ(table.find("some"), 4u);
}

// What many keys have in common is there once.
TEST(FlagTable, AKeyTakesTenBytesWhateverItsFlags) {
  Entries entries;
  for (std::uint32_t i = 0; i < 10000; ++i) entries.emplace_back("key" + std::to_string(i), 0x80000000u + i % 100);
  const auto bytes = FlagTable::build(entries);
  EXPECT_LT(bytes.size(), 10000u * 10 + 100 * 4 + 2000);
  EXPECT_EQ(FlagTable(bytes).find("key4242"), 0x80000000u + 42);
}

TEST(FlagTable, HasRoomForSixtyFiveThousandDifferentFlags) {
  Entries entries;
  for (std::uint32_t i = 1; i <= 0xffff; ++i) entries.emplace_back(std::to_string(i), i);
  const auto bytes = FlagTable::build(entries);
  const FlagTable table(bytes);
  for (const auto& [key, flags] : entries) ASSERT_EQ(table.find(key), flags);
  entries.emplace_back("65536", 0x10000);
  EXPECT_THROW((void)FlagTable::build(entries), std::invalid_argument);
}

TEST(FlagTable, WithoutBytesHasNothing) {
  const FlagTable table;
  EXPECT_EQ(table.size(), 0u);
  EXPECT_EQ(table.find("anything"), 0u);
}

TEST(FlagTable, ReadsBytesOfAnyAlignment) {
  const auto bytes = FlagTable::build({{"tide", 2}});
  std::vector<std::byte> shifted(1);
  shifted.insert(shifted.end(), bytes.begin(), bytes.end());
  EXPECT_EQ(FlagTable(std::span<const std::byte>(shifted).subspan(1)).find("tide"), 2u);
}

// What reading damaged bytes comes to: an error, or a table whose look-ups stay inside it.
void expect_survives(std::span<const std::byte> bytes) {
  try {
    const FlagTable table(bytes, "damaged");
    for (const auto* const key : {"", "a", "lisbon", "tide", "zz"}) (void)table.find(key);
    (void)table.find_hash(0);
    (void)table.find_hash(~0ull);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
    EXPECT_EQ(error.where(), "damaged");
  }
}

TEST(FlagTable, SurvivesEveryTruncation) {
  const auto bytes = FlagTable::build({{"lisbon", 1}, {"tide", 2}, {"porto", 3}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(FlagTable(std::span(bytes).first(size)), Error) << size;
  }
}

TEST(FlagTable, SurvivesEveryChangedByte) {
  const auto bytes = FlagTable::build({{"lisbon", 1}, {"tide", 2}, {"porto", 3}});
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      auto damaged = bytes;
      damaged[at] = static_cast<std::byte>(value);
      expect_survives(damaged);
    }
  }
}

TEST(FlagTable, RefusesCountsBeyondItsBytes) {
  for (const std::uint64_t count : {std::uint64_t{1} << 32, std::uint64_t{1} << 60, ~std::uint64_t{0}}) {
    for (const std::size_t at : {0u, 8u, 16u}) {
      auto bytes = FlagTable::build({{"lisbon", 1}});
      store<std::uint64_t>(bytes, at, count);
      EXPECT_THROW(FlagTable{bytes}, Error);
    }
  }
}

}  // namespace
}  // namespace pullquote::model
