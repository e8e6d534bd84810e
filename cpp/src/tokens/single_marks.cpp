#include <algorithm>

#include "characters.h"
#include "tokenizer.h"

// British quotations use the mark that is also the apostrophe. The tokenizer has taken out what can only be an
// apostrophe; what is left is settled here by looking from each mark to the next one of its paragraph:
//   'We don't know,' she said. 'It's the boys' fault.'
// A close after a plural ("boys'") with lower case to follow is a possessive if another close comes before the next
// opening. An opening that nothing closes is an apostrophe unless a quotation may run on into the next paragraph.

namespace pullquote::tokens {
namespace {

class SingleMarks {
 public:
  SingleMarks(std::string_view view, std::vector<Token>& tokens, TokenRange paragraph)
      : view_(view), tokens_(tokens), paragraph_(paragraph) {}

  void settle() {
    bool open = false;
    std::uint32_t opening = 0;
    std::uint32_t mark = next_mark(paragraph_.first);
    while (mark < paragraph_.last) {
      Token& token = tokens_[mark];
      const std::uint32_t next = next_mark(mark + 1);
      const bool another_close = next < paragraph_.last && tokens_[next].side == QuoteSide::kClose;
      if (token.side == QuoteSide::kOpen) {
        if (open) settle_unclosed(opening);
        open = true;
        opening = mark;
      } else if (possessive(mark) && (!open || another_close)) {
        token.kind = TokenKind::kClitic;
        token.side = QuoteSide::kNone;
        token.single_mark = false;
      } else if (!open && token.side == QuoteSide::kClose && after_word(mark)) {
        demote(token);
      } else {
        open = token.side == QuoteSide::kEither && !open;
        if (open) opening = mark;
      }
      mark = next;
    }
    if (open) settle_unclosed(opening);
  }

 private:
  std::uint32_t next_mark(std::uint32_t from) const {
    while (from < paragraph_.last && !(tokens_[from].kind == TokenKind::kQuote && tokens_[from].single_mark)) ++from;
    return from;
  }

  static void demote(Token& token) {
    token.kind = TokenKind::kPunctuation;
    token.side = QuoteSide::kNone;
    token.single_mark = false;
  }

  bool after_word(std::uint32_t mark) const {
    return mark > paragraph_.first && tokens_[mark - 1].end == tokens_[mark].begin &&
           (tokens_[mark - 1].kind == TokenKind::kWord || tokens_[mark - 1].kind == TokenKind::kNumber);
  }

  bool possessive(std::uint32_t mark) const {
    if (tokens_[mark].side != QuoteSide::kClose || !after_word(mark) || mark + 1 >= paragraph_.last) return false;
    const char letter = ascii_lower(view_[tokens_[mark].begin - 1]);
    const Token& next = tokens_[mark + 1];
    return (letter == 's' || letter == 'z' || letter == 'x') && next.space_before && next.kind == TokenKind::kWord;
  }

  // Keeps directed glyphs, and marks after which speech may run on into the next paragraph.
  void settle_unclosed(std::uint32_t opening) {
    Token& token = tokens_[opening];
    if (opening == paragraph_.first || view_[token.begin] != '\'') return;
    const Token& previous = tokens_[opening - 1];
    const bool introduced = previous.kind == TokenKind::kPunctuation || previous.kind == TokenKind::kQuote;
    if (!introduced) demote(token);
  }

  std::string_view view_;
  std::vector<Token>& tokens_;
  TokenRange paragraph_;
};

}  // namespace

void settle_single_marks(std::string_view view, std::vector<Token>& tokens, TokenRange paragraph) {
  SingleMarks(view, tokens, paragraph).settle();
}

}  // namespace pullquote::tokens
