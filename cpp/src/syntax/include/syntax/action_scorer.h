#pragma once

#include <array>
#include <cstdint>

#include "model/feature_table.h"
#include "model/window_cache.h"
#include "syntax/parser.h"

namespace pullquote::syntax {

/// Points of the parser's steps. What stays the same from one step to the next is added up once.
class ActionScorer {
 public:
  /// Of a left and a right arc, beyond those of a shift.
  using Points = std::array<std::int32_t, 2>;

  explicit ActionScorer(const model::PairTable& weights) : weights_(weights) {}

  /// Before the first step of a sentence.
  void start(const ParseContext& context);
  /// After each shift.
  void shifted(const ParseState& state);
  [[nodiscard]] Points score(const ParseContext& context, const ParseState& state);

 private:
  static constexpr std::size_t kSums = 2 * kActionPlaces;
  using Cache = model::WindowCache<kSums, 1>;

  void set_word(const ParseContext& context, std::uint8_t word);
  void add_words(const ParseState& state, ActionPlace first, ActionPlace last, Points& points) const;

  const model::PairTable& weights_;
  FeatureList features_{kActionDecision};
  std::array<Cache::Scores, 256> words_;  // of each word at each place
  std::array<Points, 256> stack_;         // of each word on the stack and those below
  std::array<bool, 256> stack_known_{};
  Points buffer_{};
  bool buffer_known_ = false;
};

}  // namespace pullquote::syntax
