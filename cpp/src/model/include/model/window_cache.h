#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "model/hash.h"
#include "model/multiply_high.h"

// Half of what a tagger asks about a token concerns one word of its window alone, and the same words come again and
// again. Their scores are worked out once, for every place of the window that the word may stand in, and kept.

namespace pullquote::model {

/// Tells what was read from one file of weights from all else that the process has read.
[[nodiscard]] std::uint64_t next_model_number();

/// Scores of kLabels labels for a word at each of kPlaces places of a window, under a hash of all that its features
/// see. Of bounded size: a word takes the place of another that falls on the same slot. What it answers never depends
/// on what it holds. For one thread.
template <std::size_t kLabels, std::size_t kPlaces>
class WindowCache {
 public:
  /// Scores of one place, with room to work on eight at a time.
  static constexpr std::size_t kWidth = (kLabels + 7) / 8 * 8;
  using Scores = std::array<std::int16_t, kWidth>;
  using Word = std::array<Scores, kPlaces>;

  explicit WindowCache(std::size_t slots) : entries_(slots) {}

  /// The scores of the word with that key in the model of that number (next_model_number). Where they are not at hand,
  /// `fill(place, scores)` adds its scores at a place to kLabels zeros. Valid until the next call.
  template <class Fill>
  const Word& get(std::uint64_t model, std::uint64_t key, const Fill& fill) {
    // The model is part of the key, so that one does not answer for another. 0 marks an empty slot.
    const auto hash = mix(model, key) | 1;
    auto& entry = entries_[static_cast<std::size_t>(multiply_high(hash, entries_.size()))];
    if (entry.key != hash) {
      for (std::size_t place = 0; place < kPlaces; ++place) {
        std::array<std::int32_t, kLabels> scores{};
        fill(place, std::span<std::int32_t>(scores));
        entry.word[place] = {};
        std::transform(scores.begin(), scores.end(), entry.word[place].begin(), [](std::int32_t score) {
          using Limits = std::numeric_limits<std::int16_t>;
          return static_cast<std::int16_t>(std::clamp<std::int32_t>(score, Limits::min(), Limits::max()));
        });
      }
      entry.key = hash;
    }
    return entry.word;
  }

 private:
  struct Entry {
    std::uint64_t key = 0;
    Word word{};
  };
  std::vector<Entry> entries_;
};

/// The one cache of this kind that a thread uses. It is handed on when the thread ends, so that threads that live for a
/// few articles find it filled, and there are no more of them than threads at one time. Taking and handing on wait for
/// nobody, so that a process may fork at any time.
template <class Cache>
class ThreadCache {
 public:
  explicit ThreadCache(std::size_t slots) {
    for (auto& idle : idle_) {
      if (auto* cache = idle.exchange(nullptr)) {
        cache_.reset(cache);
        return;
      }
    }
    cache_ = std::make_unique<Cache>(slots);
  }
  ~ThreadCache() {
    for (auto& idle : idle_) {
      Cache* none = nullptr;
      if (idle.compare_exchange_strong(none, cache_.get())) {
        (void)cache_.release();
        return;
      }
    }
  }
  ThreadCache(const ThreadCache&) = delete;
  ThreadCache& operator=(const ThreadCache&) = delete;

  [[nodiscard]] Cache& operator*() { return *cache_; }

 private:
  static constexpr std::size_t kMostIdle = 64;
  static inline std::array<std::atomic<Cache*>, kMostIdle> idle_{};
  std::unique_ptr<Cache> cache_;
};

/// Scores of `size` tokens by the words of their windows. Words, with edges that stand around the tokens, have numbers:
/// that of a token is `kReach` beyond its own. `key(word)` is a hash of all that a word's features see, `fill(word,
/// place, scores)` adds its scores for the token that it stands `place` words behind (before, if negative), and
/// `wanted(token)` tells whether a token's scores will be asked for. `sums[token]` is added to.
template <std::size_t kLabels, std::size_t kPlaces, class Key, class Fill, class Wanted>
void sum_windows(WindowCache<kLabels, kPlaces>& cache, std::uint64_t model, std::uint32_t size, const Key& key,
                 const Fill& fill, const Wanted& wanted,
                 std::span<typename WindowCache<kLabels, kPlaces>::Scores> sums) {
  static_assert(kPlaces % 2 == 1);
  constexpr auto kReach = static_cast<std::uint32_t>(kPlaces / 2);
  std::uint32_t near = 0;  // tokens of the word's window that are wanted
  for (std::uint32_t word = 0; word < size + 2 * kReach; ++word) {
    if (word < size && wanted(word)) ++near;
    if (near == 0) continue;
    const auto first = word > 2 * kReach ? word - 2 * kReach : 0, last = std::min(word + 1, size);
    const auto& scores = cache.get(model, key(word), [&](std::size_t place, auto out) {
      fill(word, static_cast<int>(place) - static_cast<int>(kReach), out);
    });
    for (auto token = first; token < last; ++token) {
      const auto& own = scores[word - token];
      auto& sum = sums[token];
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = static_cast<std::int16_t>(sum[i] + own[i]);
    }
    if (word >= 2 * kReach && wanted(word - 2 * kReach)) --near;
  }
}

}  // namespace pullquote::model
