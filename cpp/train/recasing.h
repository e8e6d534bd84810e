#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pullquote/span.h"

namespace pullquote::train {

/// How a line may be written, whatever the words in it.
enum class Casing { kUpper, kTitle, kLower };

/// The same text with these spans, ascending, written otherwise. Each character stays one, so that spans of mentions
/// stay what they are. Headlines keep articles, conjunctions and short prepositions small.
[[nodiscard]] std::string recased(std::string_view utf8, std::span<const Span> spans, Casing casing);

}  // namespace pullquote::train
