#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "features/clusters.h"
#include "features/words.h"
#include "tokens/tokens.h"

// What a word shows of itself, as numbers that feature functions join to hashes: worked out once for each token, so
// that no later step sees a character. Training and use share it.

namespace pullquote::syntax {

struct LexicalWord {
  std::uint64_t word = 0;             // hash of the lower-cased word
  std::uint32_t head = 0;             // its first four bytes, the first one lowest
  std::uint32_t tail = 0;             // its last four bytes, the last one lowest
  std::uint32_t shape = 0;            // capitals, digits, kind of token, side of a quotation mark
  features::ClusterPath cluster = 0;  // 0 where unknown

  [[nodiscard]] std::uint32_t prefix(int bytes) const { return head & mask(bytes); }
  [[nodiscard]] std::uint32_t suffix(int bytes) const { return tail & mask(bytes); }

 private:
  static std::uint32_t mask(int bytes) { return 0xFFFFFFFFu >> (32 - 8 * bytes); }
};

[[nodiscard]] std::vector<LexicalWord> lexical_words(const tokens::TokenizedText& text, const features::Words& words,
                                                     const features::Clusters& clusters);

/// Whether capitals say nothing in the sentence: headlines and lines in capitals.
[[nodiscard]] bool is_capitalised(const tokens::TokenizedText& text, tokens::TokenRange sentence);

}  // namespace pullquote::syntax
