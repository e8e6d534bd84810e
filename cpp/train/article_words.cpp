#include "article_words.h"

#include "text/unicode.h"

namespace pullquote::train {

void analyse(std::string_view text, const std::function<void(const tokens::TokenizedText&)>& take) {
  const text::Text normalised(text);
  take(tokens::analyse(normalised));
}

std::string spaced(std::string_view name) {
  std::string words;
  analyse(name, [&](const tokens::TokenizedText& text) {
    for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
      if (token != 0) words += ' ';
      words += text.word(token);
    }
  });
  return words;
}

bool starts_upper(std::string_view word) { return !word.empty() && text::is_upper(text::decode(word, 0).code_point); }

}  // namespace pullquote::train
