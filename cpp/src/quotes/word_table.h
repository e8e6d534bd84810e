#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pullquote::quotes {

/// Words with a value each, hashed when the program is compiled: open addressing over FNV-1a. Values of a word that
/// stands in several rows are merged with |, so a value is a set of bits or the word stands in one row only.
template <class Value, std::size_t kSlots>
class WordTable {
 public:
  template <class Row, std::size_t N>
  consteval explicit WordTable(const std::array<Row, N>& rows) {
    for (const auto& row : rows) {
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const auto end = rest.find(' ');
        add(rest.substr(0, end), row.value);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      }
    }
    if (used_ > kSlots / 2) throw "the table is too full";  // NOLINT: at compile time only
  }

  /// Value{} for a word that no row has.
  [[nodiscard]] constexpr Value find(std::string_view word) const {
    for (auto at = slot_of(word); !slots_[at].word.empty(); at = (at + 1) % kSlots) {
      if (slots_[at].word == word) return slots_[at].value;
    }
    return Value{};
  }

 private:
  struct Slot {
    std::string_view word;
    Value value{};
  };

  static constexpr std::size_t slot_of(std::string_view word) {
    std::uint32_t hash = 2166136261u;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return (hash ^ (hash >> 15)) % kSlots;
  }

  consteval void add(std::string_view word, Value value) {
    if (word.empty()) return;
    auto at = slot_of(word);
    while (!slots_[at].word.empty() && slots_[at].word != word) at = (at + 1) % kSlots;
    if (slots_[at].word.empty()) ++used_;
    slots_[at].word = word;
    slots_[at].value = static_cast<Value>(slots_[at].value | value);
  }

  std::array<Slot, kSlots> slots_{};
  std::size_t used_ = 0;
};

}  // namespace pullquote::quotes
