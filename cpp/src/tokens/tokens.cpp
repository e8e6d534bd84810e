#include "tokens/tokens.h"

#include "sections.h"
#include "sentences.h"
#include "tokenizer.h"

namespace pullquote::tokens {

std::vector<Token> tokens_of(const text::Text& text) { return tokenize(text.view()); }

TokenizedText analyse(const text::Text& text) {
  const std::string_view view = text.view();
  TokenizedText result;
  result.text = &text;
  result.tokens = tokenize(view);
  result.sections = find_sections(view, result.tokens);
  result.sentences.reserve(result.tokens.size() / 16 + result.sections.size());
  for (std::uint32_t index = 0; index < result.sections.size(); ++index) {
    Section& section = result.sections[index];
    settle_single_marks(view, result.tokens, section.tokens);
    section.sentences.first = static_cast<std::uint32_t>(result.sentences.size());
    split_sentences(view, result.tokens, section.tokens, index, result.sentences);
    section.sentences.last = static_cast<std::uint32_t>(result.sentences.size());
  }
  return result;
}

}  // namespace pullquote::tokens
