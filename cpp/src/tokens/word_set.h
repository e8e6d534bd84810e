#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "characters.h"

namespace pullquote::tokens {

/// A fixed set of lower-case ASCII words that is asked about words of any case, without allocating.
template <std::size_t N>
class WordSet {
 public:
  consteval explicit WordSet(std::array<std::string_view, N> words) : words_(words) {
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) longest_ = std::max(longest_, word.size());
  }

  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    std::array<char, 32> lower{};
    if (word.empty() || word.size() > longest_) return false;
    for (std::size_t i = 0; i < word.size(); ++i) lower[i] = ascii_lower(word[i]);
    return std::binary_search(words_.begin(), words_.end(), std::string_view(lower.data(), word.size()));
  }

 private:
  std::array<std::string_view, N> words_;
  std::size_t longest_ = 0;
};

template <class... Words>
consteval auto word_set(Words... words) {
  static_assert(((sizeof(std::string_view(words)) > 0) && ...));
  return WordSet<sizeof...(Words)>(std::array<std::string_view, sizeof...(Words)>{std::string_view(words)...});
}

}  // namespace pullquote::tokens
