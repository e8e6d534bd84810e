#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "tokens/tokens.h"

// How words are written in running text, and which names of a list occur there.

namespace pullquote::train {

class WordCounts {
 public:
  struct Count {
    std::uint32_t lower = 0;        // in lower case
    std::uint32_t capitalised = 0;  // with a capital, where no sentence starts
    std::uint32_t placed = 0;       // of these, right after "in", "near" and their like
  };

  /// A name in its usual spelling, words spaced, to look for in the texts that follow.
  void watch(std::string name);

  void read(const tokens::TokenizedText& text);

  [[nodiscard]] Count of(std::string_view lower) const;
  /// How often a watched name occurred.
  [[nodiscard]] std::uint32_t seen(const std::string& name) const;
  [[nodiscard]] const std::unordered_map<std::string, Count>& words() const { return words_; }
  [[nodiscard]] std::uint64_t total() const { return total_; }

 private:
  void read_sentence(const tokens::TokenizedText& text, tokens::TokenRange range);
  void find_names(const tokens::TokenizedText& text, std::uint32_t first, std::uint32_t end);

  std::unordered_map<std::string, Count> words_;
  std::unordered_map<std::string, std::uint32_t> names_;
  std::unordered_set<std::string> prefixes_;
  std::uint64_t total_ = 0;
};

}  // namespace pullquote::train
