#pragma once

#include <cstdint>

#include "tokens/tokens.h"

namespace pullquote::values {

/// Where from the day of the article a date without its year or week lies.
enum class Direction : std::uint8_t { kUnknown, kPast, kFuture };

/// What the verbs around a mention say of it: "will meet on Friday", "was shot on Friday". The nearest cue before it in
/// its sentence counts, else the nearest one after it; a bounded number of words is looked at.
[[nodiscard]] Direction direction_of(const tokens::TokenizedText& text, tokens::TokenRange sentence,
                                     tokens::TokenRange mention);

}  // namespace pullquote::values
