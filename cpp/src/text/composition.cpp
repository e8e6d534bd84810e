#include "composition.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <string>

namespace pullquote::text {

namespace {

const icu::Normalizer2& nfc() {
  // NFC's tables are compiled into ICU, so this cannot fail for want of a data file. Asked for once under a guard of
  // our own: ICU's is not built for ThreadSanitizer, which would take what the first thread makes for a race.
  static const icu::Normalizer2& normalizer = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFCInstance(status);
  }();
  return normalizer;
}

bool is_stable(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

}  // namespace

void Composer::before_other(char32_t c) {
  const icu::Normalizer2& normalizer = nfc();
  const auto code_point = static_cast<UChar32>(c);
  if (normalizer.isInert(code_point)) return settle();
  if (normalizer.hasBoundaryBefore(code_point)) {
    settle();
    if (!is_stable(c)) pending_ = true, marks_ = 0, segment_ = out_.end();
    return;
  }
  if (pending_ && marks_ < kLongestSegment) {
    ++marks_;
    return;
  }
  const bool cut = pending_;
  settle();
  pending_ = true, marks_ = 1, segment_ = out_.end();
  if (cut) return;
  // Nothing was pending, so the last character written has a boundary before it: the segment's base.
  while (segment_ > 0 && (static_cast<unsigned char>(out_.view[--segment_]) & 0xC0) == 0x80) {
  }
}

void Composer::normalise() {
  pending_ = false;
  const std::string_view segment = std::string_view(out_.view).substr(segment_);
  const icu::StringPiece piece(segment.data(), static_cast<int32_t>(segment.size()));
  UErrorCode status = U_ZERO_ERROR;
  if (nfc().isNormalizedUTF8(piece, status) || U_FAILURE(status)) return;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc().normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_SUCCESS(status)) out_.merge(segment_, composed);
}

}  // namespace pullquote::text
