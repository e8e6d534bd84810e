// Text and offsets: the view and its map, against the naive reference.

#include <algorithm>

#include "fuzz.h"
#include "reference/text_reference.h"
#include "text/text.h"

namespace pullquote::text {

namespace {

using fuzz::require;

// The reference is told which HTML references a text has, and takes no interest in what windows-1252 marks become; it
// is slow, too.
bool reference_reads(std::string_view bytes) {
  if (bytes.size() > 400 || bytes.find('&') != std::string_view::npos) return false;
  for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] == '\xC2' && next >= 0x80 && next <= 0x9F) return false;
  }
  return true;
}

void compare(const Text& text, std::string_view bytes) {
  const auto expected = reference::normalise(bytes, {});
  require(text.view() == expected.view, "the view is that of the reference");
  require(text.size() + 1 == expected.byte.size(), "code points are counted as the reference counts them");
  const auto size = static_cast<std::uint32_t>(expected.view.size());
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    const auto end = begin + 1 + begin * 7 % (size - begin);
    const auto span = text.to_original({begin, end});
    require(span.start == expected.start[begin] && span.end == expected.end[end - 1],
            "a range of the view leads where the reference says");
    const auto first = expected.byte[span.start];
    require(text.original(span) == bytes.substr(first, expected.byte[span.end] - first),
            "a span gives the bytes that the reference says");
  }
}

}  // namespace

}  // namespace pullquote::text

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pullquote;
  using fuzz::require;
  const auto bytes = fuzz::text_of(data, size);
  const text::Text text(bytes);
  require(text.original({0, text.size()}) == bytes, "the whole is the original");
  const auto length = static_cast<std::uint32_t>(text.view().size());
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < length; ++at) {
    const auto span = text.to_original({at, at + 1});
    require(span.start < span.end && span.end <= text.size(),
            "a byte of the view comes from somewhere in the original");
    require(span.start >= last, "the map never goes back");
    last = span.start;
  }
  if (text::reference_reads(bytes)) text::compare(text, bytes);
  return 0;
}
