#include "character_class.h"

namespace pullquote::text {

namespace {

using enum CharacterClass;

CharacterClass classify_ascii(char32_t c) {
  switch (c) {
    case U'\t':
      return kSpace;
    case U'\n':
    case U'\v':
    case U'\f':
    case U'\r':
      return kLineBreak;
    case U'\'':
    case U',':
    case U'<':
    case U'>':
    case U'`':
      return kMark;
    default:
      return c < 0x20 || c == 0x7F ? kInvisible : kPlain;
  }
}

CharacterClass classify_latin1(char32_t c) {
  switch (c) {
    case 0x85:
      return kLineBreak;
    case 0xA0:
      return kSpace;
    case 0xAD:
      return kInvisible;  // soft hyphen
    case 0xAB:
    case 0xB4:
    case 0xBB:
      return kMark;  // « ´ »
    default:
      return c < 0xA0 ? kInvisible : kPlain;
  }
}

CharacterClass classify_general_punctuation(char32_t c) {
  if (c <= 0x200A || c == 0x202F || c == 0x205F) return kSpace;
  if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) return kInvisible;
  if (c == 0x2028) return kLineBreak;
  if (c == 0x2029) return kParagraph;
  if (c >= 0x2018 && c <= 0x201F) return kMark;  // ‘ ’ ‚ ‛ “ ” „ ‟
  if (c >= 0x2032 && c <= 0x2036) return kMark;  // primes, both ways
  return c == 0x2039 || c == 0x203A ? kMark : kPlain;
}

}  // namespace

CharacterClass classify_character(char32_t c) {
  if (c < 0x80) return classify_ascii(c);
  if (c < 0x100) return classify_latin1(c);
  if (c >= 0x2000 && c <= 0x206F) return classify_general_punctuation(c);
  switch (c) {
    case 0x02BB:
    case 0x02BC:  // ʻ ʼ
    case 0x2E42:  // ⹂
    case 0xFF02:
    case 0xFF07:  // ＂ ＇
    case 0xFF62:
    case 0xFF63:
      return kMark;  // ｢ ｣
    case 0x1680:
    case 0x3000:
      return kSpace;
    case 0x034F:  // combining grapheme joiner
    case 0x061C:  // Arabic letter mark
    case 0x115F:
    case 0x1160:  // Hangul fillers
    case 0x17B4:
    case 0x17B5:  // Khmer inherent vowels
    case 0x3164:
    case 0xFFA0:  // Hangul fillers
    case 0xFEFF:
      return kInvisible;  // byte order mark
    default:
      break;
  }
  if ((c >= 0x300C && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) || (c >= 0xFE41 && c <= 0xFE44)) return kMark;
  if ((c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F)) return kInvisible;      // variation selectors
  if ((c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A)) return kInvisible;  // shorthand, music
  if ((c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF)) return kInvisible;
  return kPlain;
}

char32_t repair(char32_t c) {
  switch (c) {
    case 0x91:
      return 0x2018;
    case 0x92:
      return 0x2019;
    case 0x93:
      return 0x201C;
    case 0x94:
      return 0x201D;
    case 0x95:
      return 0x2022;
    case 0x96:
      return 0x2013;
    case 0x97:
      return 0x2014;
    case 0x1FEF:
      return U'`';  // what NFC makes of Greek accents that stand alone; as marks they are seen before that
    case 0x1FFD:
      return 0x00B4;
    default:
      return c;
  }
}

}  // namespace pullquote::text
