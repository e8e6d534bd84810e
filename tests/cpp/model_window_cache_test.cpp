#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "model/weights.h"
#include "model/window_cache.h"

namespace pullquote::model {
namespace {

constexpr std::size_t kLabels = 3, kPlaces = 3;
using Cache = WindowCache<kLabels, kPlaces>;

// A word's score for a label, where it stands `place` words behind the token.
std::int32_t score(std::uint64_t word, int place, std::size_t label) {
  return static_cast<std::int32_t>(word * 7 % 13) * (place + 2) + static_cast<std::int32_t>(label);
}

// Each word is its own key; words stand as they are in `words`, an edge first and last.
std::vector<Cache::Scores> sums(Cache& cache, std::uint64_t model, const std::vector<std::uint64_t>& words,
                                const std::vector<bool>& wanted, int& filled) {
  std::vector<Cache::Scores> out(words.size() - 2);
  sum_windows(
      cache, model, static_cast<std::uint32_t>(out.size()), [&](std::uint32_t word) { return words[word]; },
      [&](std::uint32_t word, int place, auto scores) {
        ++filled;
        for (std::size_t label = 0; label < kLabels; ++label) {
          scores[label] += static_cast<std::int32_t>(model) * score(words[word], place, label);
        }
      },
      [&](std::uint32_t token) { return wanted[token]; }, std::span(out));
  return out;
}

std::int32_t expected(const std::vector<std::uint64_t>& words, std::size_t token, std::size_t label) {
  std::int32_t sum = 0;
  for (int place = -1; place <= 1; ++place) {
    sum += score(words[token + 1 + static_cast<std::size_t>(place + 1) - 1], place, label);
  }
  return sum;
}

const std::vector<std::uint64_t> kWords = {0, 5, 6, 5, 7, 5, 6, 8, 0};
const std::vector<bool> kAll(7, true);

TEST(WindowCache, AddsUpWhatTheWordsOfEachWindowScore) {
  for (const std::size_t slots : {1u, 2u, 64u}) {  // words push each other out of few slots
    Cache cache(slots);
    int filled = 0;
    for (int time = 0; time < 2; ++time) {
      const auto found = sums(cache, 1, kWords, kAll, filled);
      for (std::size_t token = 0; token < found.size(); ++token) {
        for (std::size_t label = 0; label < kLabels; ++label) {
          EXPECT_EQ(found[token][label], expected(kWords, token, label)) << slots << " " << token << " " << label;
        }
      }
    }
  }
}

TEST(WindowCache, WorksAWordOutOnce) {
  Cache cache(1 << 10);
  int filled = 0;
  (void)sums(cache, 1, kWords, kAll, filled);
  EXPECT_EQ(filled, 5 * static_cast<int>(kPlaces));  // 0, 5, 6, 7 and 8
  (void)sums(cache, 1, kWords, kAll, filled);
  EXPECT_EQ(filled, 5 * static_cast<int>(kPlaces));
}

TEST(WindowCache, KeepsModelsApart) {
  Cache cache(1 << 10);
  int filled = 0;
  (void)sums(cache, 1, kWords, kAll, filled);
  EXPECT_EQ(sums(cache, 2, kWords, kAll, filled)[3][1], 2 * expected(kWords, 3, 1));
}

TEST(WindowCache, LooksAtNoWordThatNobodyWants) {
  Cache cache(1 << 10);
  int filled = 0;
  std::vector<bool> wanted(7);
  wanted[6] = true;
  const auto found = sums(cache, 1, kWords, wanted, filled);
  EXPECT_EQ(found[6][2], expected(kWords, 6, 2));
  EXPECT_EQ(filled, 3 * static_cast<int>(kPlaces));  // 6, 8 and 0
}

TEST(WindowCache, HoldsScoresWithinTheirBits) {
  WindowCache<1, 1> cache(4);
  const auto& word = cache.get(1, 1, [](std::size_t, auto scores) { scores[0] = 1 << 20; });
  EXPECT_EQ(word[0][0], 32767);
}

TEST(ThreadCache, IsHandedOnToTheNextThread) {
  std::array<Cache*, 3> seen{};
  for (auto& cache : seen) {
    std::thread([&] {
      thread_local ThreadCache<Cache> own(4);
      cache = &*own;
    }).join();
  }
  EXPECT_EQ(seen[0], seen[1]);
  EXPECT_EQ(seen[0], seen[2]);
  ThreadCache<Cache> one(4), other(4);
  EXPECT_EQ(&*one, seen[0]);
  EXPECT_NE(&*one, &*other);
}

TEST(WindowCache, EachFileOfWeightsHasItsNumber) {
  const auto bytes = Weights::build(2, {{1, {1, -1}}});
  EXPECT_NE(Weights(bytes).number(), Weights(bytes).number());
}

}  // namespace
}  // namespace pullquote::model
