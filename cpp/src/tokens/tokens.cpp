#include "tokens/tokens.h"

namespace pullquote::tokens {

TokenizedText analyse(const text::Text& text) {
  TokenizedText result;
  result.text = &text;
  return result;
}

}  // namespace pullquote::tokens
