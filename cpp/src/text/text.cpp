#include "text/text.h"

namespace pullquote::text {

Text::Text(std::string_view original) : original_(original), view_(original), size_(static_cast<std::uint32_t>(original.size())) {}
Span Text::to_original(ViewRange range) const { return {range.begin, range.end}; }
std::string_view Text::original(Span span) const { return original_.substr(span.start, span.size()); }

}  // namespace pullquote::text
