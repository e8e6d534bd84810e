// Tokens, sentences and sections: what holds for every text.

#include "fuzz.h"
#include "tokens/tokens.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pullquote;
  using fuzz::require;
  const text::Text text(fuzz::text_of(data, size));
  const auto analysed = tokens::analyse(text);
  const auto view = text.view();
  std::uint32_t at = 0;
  for (const auto& token : analysed.tokens) {
    require(at <= token.begin && token.begin < token.end && token.end <= view.size(), "tokens are in order");
    require(view.substr(at, token.begin - at).find_first_not_of(" \n") == std::string_view::npos,
            "only white space is left out");
    require((static_cast<unsigned char>(view[token.begin]) & 0xC0) != 0x80, "a token starts with a character");
    require((token.kind == tokens::TokenKind::kQuote) == (token.side != tokens::QuoteSide::kNone),
            "quotation marks alone have a side");
    at = token.end;
  }
  require(view.substr(at).find_first_not_of(" \n") == std::string_view::npos, "nothing is left over");

  std::uint32_t token = 0;
  for (const auto& sentence : analysed.sentences) {
    require(sentence.tokens.first == token && sentence.tokens.first < sentence.tokens.last,
            "sentences tile the tokens");
    require(sentence.section < analysed.sections.size() &&
                analysed.sections[sentence.section].tokens.contains(sentence.tokens),
            "a sentence lies in its section");
    token = sentence.tokens.last;
  }
  require(token == analysed.tokens.size(), "every token has a sentence");
  token = 0;
  std::uint32_t number = 0;
  for (const auto& section : analysed.sections) {
    require(section.tokens.first == token && section.tokens.first < section.tokens.last, "sections tile the tokens");
    require(section.sentences.first == number && section.sentences.first < section.sentences.last,
            "sections tile the sentences");
    token = section.tokens.last;
    number = section.sentences.last;
  }
  require(token == analysed.tokens.size() && number == analysed.sentences.size(), "every sentence has a section");
  (void)tokens::tokens_of(text);
  return 0;
}
