#include "features/word_list.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "word_list_data.h"

namespace pullquote::features {

namespace {

// The lists are hashed when this file is compiled: open addressing over FNV-1a, at most half full.
struct Slot {
  std::string_view word;
  std::uint64_t classes = 0;
};
constexpr std::size_t kSlots = 16384;

constexpr std::size_t slot_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return (hash ^ (hash >> 15)) % kSlots;
}

template <std::size_t N>
constexpr std::array<Slot, kSlots> build(const std::array<WordList, N>& lists) {
  std::array<Slot, kSlots> slots{};
  for (const auto& list : lists) {
    std::size_t begin = 0;
    while (begin < list.words.size()) {
      std::size_t end = begin;
      while (end < list.words.size() && list.words[end] != ' ') ++end;
      const auto word = list.words.substr(begin, end - begin);
      begin = end + 1;
      if (word.empty()) continue;
      auto at = slot_of(word);
      while (!slots[at].word.empty() && slots[at].word != word) at = (at + 1) % kSlots;
      slots[at].word = word;
      slots[at].classes |= list.classes;
    }
  }
  return slots;
}

constexpr auto kWords = build(kWordLists);
static_assert(std::count_if(kWords.begin(), kWords.end(), [](const Slot& s) { return !s.word.empty(); }) <
              static_cast<std::ptrdiff_t>(kSlots / 2));
static_assert(std::is_sorted(kCountryNames.begin(), kCountryNames.end(),
                             [](const auto& a, const auto& b) { return a.written < b.written; }));

}  // namespace

std::uint64_t word_classes(std::string_view lower) {
  for (auto at = slot_of(lower); !kWords[at].word.empty(); at = (at + 1) % kSlots) {
    if (kWords[at].word == lower) return kWords[at].classes;
  }
  return 0;
}

std::string_view usual_country(std::string_view lower) {
  const auto found = std::lower_bound(kCountryNames.begin(), kCountryNames.end(), lower,
                                      [](const CountryName& name, std::string_view key) { return name.written < key; });
  return found != kCountryNames.end() && found->written == lower ? found->usual : lower;
}

}  // namespace pullquote::features
