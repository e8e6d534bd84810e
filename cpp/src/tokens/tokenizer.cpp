#include "tokenizer.h"

#include "characters.h"
#include "full_stops.h"
#include "web_address.h"
#include "word_set.h"

// One pass from left to right, by the conventions of the English Universal Dependencies treebanks: clitics and hyphens
// are split off, an abbreviation keeps its full stop. Every look-ahead is bounded, or is as long as the token that it
// finds, so that the cost is linear whatever the text.

namespace pullquote::tokens {
namespace {

constexpr auto kNumberTails = word_set("s", "st", "nd", "rd", "th", "am", "pm");
constexpr auto kClitics = word_set("s", "t", "re", "ve", "ll", "d", "m");
constexpr auto kElisions = word_set("tis", "twas", "twere", "twill", "tisn't", "twasn't");
constexpr auto kLowerElisions = word_set("em", "til", "till", "cause", "bout", "round", "cos", "cuz", "neath", "n");
constexpr auto kClipped = word_set("o", "ol", "th", "an", "wi", "lil", "mo", "fo", "yo");
// Two words that are written as one: the second starts after three letters.
constexpr auto kContractions = word_set("cannot", "gonna", "gotta", "wanna");

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view view) : view_(view) { tokens_.reserve(view.size() / 5 + 8); }

  std::vector<Token> run() {
    while (at_ < view_.size()) {
      const Char c = char_at(view_, at_);
      if (is_space(c.kind)) {
        take_space(c);
        continue;
      }
      if (at_ >= chunk_end_) start_chunk();
      if (is_alpha(c.kind)) {
        if (!take_web_address()) take_word();
      } else if (c.kind == CharClass::kDigit) {
        if (!take_web_address()) take_number(at_);
      } else if (c.kind == CharClass::kQuote) {
        take_quotation_marks();
      } else {
        take_mark(c);
      }
    }
    return std::move(tokens_);
  }

 private:
  char byte(std::size_t at) const { return at < view_.size() ? view_[at] : '\n'; }
  CharClass kind(std::size_t at) const { return char_at(view_, at).kind; }

  void take_space(const Char& c) {
    space_ = true;
    at_ += c.length;
    if (c.kind == CharClass::kNewline && byte(at_) == '\n') single_open_ = double_open_ = false;
  }

  void start_chunk() {
    chunk_end_ = at_;
    while (chunk_end_ < view_.size() && static_cast<unsigned char>(view_[chunk_end_]) > ' ') ++chunk_end_;
    web_ = may_hold_web_address(view_.substr(at_, chunk_end_ - at_));
  }

  Token& add(TokenKind kind, std::size_t end) {
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.space_before = space_;
    space_ = false;
    at_ = end;
    return token;
  }

  void add_word(TokenKind kind, std::size_t end) {
    const std::size_t begin = at_;
    Token& token = add(kind, end);
    int upper = 0;
    int lower = 0;
    for (std::size_t i = begin; i < end;) {
      const Char c = char_at(view_, i);
      if (c.kind == CharClass::kUpper) {
        if (upper + lower == 0) token.upper = true;
        ++upper;
      } else if (c.kind == CharClass::kLower || c.kind == CharClass::kLetter) {
        ++lower;
      }
      i += c.length;
    }
    token.all_upper = upper >= 2 && lower == 0;
  }

  bool take_web_address() {
    if (!web_) return false;
    const std::size_t end = web_address_end(view_, at_, chunk_end_);
    if (end == at_) return false;
    // "Amazon.com" is the name of a company.
    const std::string_view found = view_.substr(at_, end - at_);
    const bool name = is_ascii_upper(found.front()) && found.find_first_of("/@") == std::string_view::npos;
    add_word(name ? TokenKind::kWord : TokenKind::kUrl, end);
    return true;
  }

  // ---- words

  void take_word() {
    std::size_t end = word_end(view_, at_);
    const std::size_t with_stop =
        byte(end) == '.' ? abbreviation_end(view_, at_, end, tokens_.empty() ? nullptr : &tokens_.back()) : end;
    if (with_stop > end) {
      add_word(TokenKind::kWord, with_stop);
      return;
    }
    const std::string_view word = view_.substr(at_, end - at_);
    if (kContractions.contains(word)) {
      add_word(TokenKind::kWord, at_ + 3);
      add_word(TokenKind::kWord, end);
      return;
    }
    take_clitics(end);
  }

  // Splits "would|n't", "Guaido|'s", "she|'d|'ve" from the right.
  void take_clitics(std::size_t end) {
    std::size_t cuts[4];
    int count = 0;
    std::size_t stop = end;
    while (count < 4) {
      const std::size_t from = stop - std::min<std::size_t>(stop - at_, 4);
      const std::size_t mark = view_.substr(from, stop - from).rfind('\'');
      if (mark == std::string_view::npos) break;
      std::size_t cut = from + mark;
      if (!kClitics.contains(view_.substr(cut + 1, stop - cut - 1))) break;
      if (ascii_lower(view_[cut + 1]) == 't' && stop - cut == 2) {
        if (cut == at_ || ascii_lower(view_[cut - 1]) != 'n') break;
        --cut;
      }
      cuts[count++] = cut;
      stop = cut;
      if (cut == at_) break;
    }
    if (stop > at_) add_word(TokenKind::kWord, stop);
    while (count > 0) {
      --count;
      add_word(TokenKind::kClitic, count > 0 ? cuts[count - 1] : end);
    }
  }

  // ---- numbers

  // A comma before three digits, or before two and another such comma ("1,00,000"), is part of a number.
  bool groups_digits(std::size_t comma) const {
    for (int group = 0; group < 4; ++group) {
      std::size_t digits = 0;
      while (digits < 4 && is_ascii_digit(byte(comma + 1 + digits))) ++digits;
      if (digits == 3) return true;
      if (digits != 2 || byte(comma + 3) != ',') return false;
      comma += 3;
    }
    return false;
  }

  void take_number(std::size_t at) {
    const bool line_start = tokens_.empty() || (at_ > 0 && view_[at_ - 1] == '\n');
    while (true) {
      const Char c = char_at(view_, at);
      if (c.kind == CharClass::kDigit) {
        at += c.length;
      } else if ((c.code_point == U',' && groups_digits(at)) ||
                 ((c.code_point == U'.' || c.code_point == U':' || c.code_point == U'/' || c.code_point == U'-') &&
                  is_ascii_digit(byte(at + 1)))) {
        ++at;
      } else {
        break;
      }
    }
    // "20th", "1990s", "9am", "4x4" and "3D" are one token; "10km", "3bn" and "30MW" are a number and a unit.
    std::size_t tail = at;
    bool mixed = false;
    while (is_alnum(kind(tail))) {
      const Char c = char_at(view_, tail);
      mixed = mixed || c.kind == CharClass::kDigit;
      tail += c.length;
    }
    if (tail > at) {
      const std::string_view letters = view_.substr(at, tail - at);
      if (mixed || (tail - at == 1 && is_ascii_upper(letters.front())) || kNumberTails.contains(letters)) at = tail;
    } else if (line_start && byte(at) == '.' && byte(at + 1) == ' ' && at - at_ <= 3) {
      ++at;  // "2." opens a list item
    }
    add_word(TokenKind::kNumber, at);
  }

  // ---- other marks

  void take_mark(const Char& c) {
    std::size_t end = at_ + c.length;
    const char next = byte(end);
    if (c.code_point == U'@' && (is_ascii_lower(next) || is_ascii_upper(next) || next == '_' || is_ascii_digit(next))) {
      while (is_ascii_lower(byte(end)) || is_ascii_upper(byte(end)) || is_ascii_digit(byte(end)) || byte(end) == '_')
        ++end;
      add_word(TokenKind::kHandle, end);
    } else if (c.code_point == U'#' && is_alpha(kind(end))) {
      while (is_alnum(kind(end)) || byte(end) == '_') end += char_at(view_, end).length;
      add_word(TokenKind::kHashtag, end);
    } else if (c.code_point == U'.' && is_ascii_digit(next) && (space_ || tokens_.empty())) {
      take_number(end);
    } else if (c.kind == CharClass::kSymbol && c.length > 1) {
      // Variation selectors, skin tones and key caps belong to the emoji before them.
      for (Char part = char_at(view_, end); part.code_point == 0xFE0F || part.code_point == 0x20E3 ||
                                            (part.code_point >= 0x1F3FB && part.code_point <= 0x1F3FF);
           part = char_at(view_, end)) {
        end += part.length;
      }
      add(TokenKind::kSymbol, end);
    } else {
      const bool exclaimed = c.code_point == U'!' || c.code_point == U'?';
      if (exclaimed || is_dash(c.code_point) || std::string_view(".*_=~").find(view_[at_]) != std::string_view::npos) {
        for (Char more = char_at(view_, end); more.length > 0; more = char_at(view_, end)) {
          if (more.code_point != c.code_point && !(exclaimed && (more.code_point == U'!' || more.code_point == U'?')))
            break;
          end += more.length;
        }
      }
      add(c.kind == CharClass::kSymbol ? TokenKind::kSymbol : TokenKind::kPunctuation, end);
    }
  }

  // ---- quotation marks and apostrophes

  std::string_view text(const Token& token) const { return view_.substr(token.begin, token.end - token.begin); }

  Char char_before(std::size_t at) const {
    if (at == 0) return {};
    do --at;
    while (at > 0 && (static_cast<unsigned char>(view_[at]) & 0xC0) == 0x80);
    return char_at(view_, at);
  }

  static bool opens_after(const Char& c) {
    return is_space(c.kind) || is_dash(c.code_point) ||
           (c.code_point < 0x80 && c.code_point != 0 &&
            std::string_view("([{/=:>").find(static_cast<char>(c.code_point)) != std::string_view::npos);
  }
  static bool closes_before(const Char& c) {
    return is_space(c.kind) || is_dash(c.code_point) || c.code_point == kEllipsis ||
           (c.code_point < 0x80 && c.code_point != 0 &&
            std::string_view(".,;:!?)]}/<").find(static_cast<char>(c.code_point)) != std::string_view::npos);
  }

  // The side that the neighbours of a run of marks give it.
  static QuoteSide side_between(const Char& before, const Char& after) {
    const bool opens = opens_after(before);
    const bool closes = closes_before(after);
    if (opens != closes) return opens ? QuoteSide::kOpen : QuoteSide::kClose;
    if (opens) {
      if (is_dash(before.code_point) && is_space(after.kind)) return QuoteSide::kClose;
      const bool ellipsis = after.code_point == kEllipsis || after.code_point == U'.';
      if (is_space(before.kind) && !is_space(after.kind) && !is_dash(after.code_point)) {
        return ellipsis ? QuoteSide::kOpen : QuoteSide::kClose;
      }
    }
    return QuoteSide::kEither;
  }

  void take_quotation_marks() {
    const Char before = char_before(at_);
    std::size_t end = at_;
    while (kind(end) == CharClass::kQuote) end += char_at(view_, end).length;
    const Char after = char_at(view_, end);
    const QuoteSide side = side_between(before, after);
    while (at_ < end) {
      const Char mark = char_at(view_, at_);
      const bool last = at_ + mark.length == end;
      if (is_single_mark(mark.code_point)) {
        if (!take_apostrophe(mark, before, last)) add_mark(mark, glyph_side(mark, side));
      } else if (is_inch_mark(mark, before, after)) {
        add(TokenKind::kSymbol, at_ + mark.length);
      } else {
        add_mark(mark, glyph_side(mark, side));
      }
    }
  }

  // A directed glyph is believed unless its neighbours say the opposite.
  static QuoteSide glyph_side(const Char& mark, QuoteSide side) {
    if (mark.code_point == kOpenDouble || mark.code_point == kOpenSingle) {
      return side == QuoteSide::kClose ? QuoteSide::kEither : QuoteSide::kOpen;
    }
    if (mark.code_point == kCloseDouble) return side == QuoteSide::kOpen ? QuoteSide::kEither : QuoteSide::kClose;
    return side;
  }

  void add_mark(const Char& mark, QuoteSide side) {
    Token& token = add(TokenKind::kQuote, at_ + mark.length);
    token.side = side;
    token.single_mark = is_single_mark(mark.code_point);
    bool& open = token.single_mark ? single_open_ : double_open_;
    // A close that may yet prove a possessive ("the boys' fault") leaves the quotation open.
    const bool doubtful =
        token.single_mark && side == QuoteSide::kClose && byte(at_) == ' ' && is_ascii_lower(byte(at_ + 1));
    open = side == QuoteSide::kOpen || (side == QuoteSide::kEither && !open) || (doubtful && open);
  }

  // 6'2", 5 ft 10": a mark after a digit, where no quotation is open that it could close.
  bool is_inch_mark(const Char& mark, const Char& before, const Char& after) const {
    if (mark.code_point != U'"' || before.kind != CharClass::kDigit || is_alnum(after.kind) || tokens_.size() < 2) {
      return false;
    }
    const Token& unit = tokens_[tokens_.size() - 2];
    const bool feet = unit.kind == TokenKind::kSymbol ? text(unit) == "'" : text(unit) == "ft" || text(unit) == "feet";
    return feet || !double_open_;
  }

  // Takes an apostrophe at the cursor, with the word that it opens or ends; false where it may be a quotation mark.
  bool take_apostrophe(const Char& mark, const Char& before, bool last) {
    if (mark.code_point == kOpenSingle && !last) return false;
    const std::size_t rest = at_ + mark.length;
    const bool attached = !tokens_.empty() && tokens_.back().end == at_;
    if (last) {
      std::size_t end = rest;
      while (end < rest + 8 && is_alnum(kind(end))) end += char_at(view_, end).length;
      const std::string_view word = view_.substr(rest, end - rest);
      if (!word.empty() && !is_alnum(kind(end))) {
        // "1990's", "U.S.'s", and "Guaido 's" of texts that were tokenized before.
        if (mark.code_point != kOpenSingle && kClitics.contains(word) && word != "t") {
          add_word(TokenKind::kClitic, end);
          return true;
        }
        if (elided(word, before, end)) {
          if (word == "n" && is_single_mark(char_at(view_, end).code_point)) end += char_at(view_, end).length;
          add_word(is_ascii_digit(word.front()) ? TokenKind::kNumber : TokenKind::kWord, end);
          return true;
        }
      }
    }
    if (mark.code_point == kOpenSingle || !attached) return false;
    if (before.kind == CharClass::kDigit) {
      if (!is_ascii_digit(byte(rest)) && single_open_) return false;
      add(TokenKind::kSymbol, rest);
      return true;
    }
    Token& previous = tokens_.back();
    if (!is_alpha(before.kind) || single_open_ || previous.kind != TokenKind::kWord) return false;
    const std::string_view word = text(previous);
    if (std::string_view("sSzZxX").find(word.back()) != std::string_view::npos) {
      add(TokenKind::kClitic, rest);
    } else if ((word.size() > 3 && word.ends_with("in")) || kClipped.contains(word)) {
      previous.end = static_cast<std::uint32_t>(rest);  // "goin'", "o'"
      at_ = rest;
    } else {
      add(TokenKind::kPunctuation, rest);
    }
    return true;
  }

  // "'90s", "'tis", "'em", "rock 'n' roll".
  bool elided(std::string_view word, const Char& before, std::size_t end) const {
    if (!is_space(before.kind) && before.code_point != U'(' && before.kind != CharClass::kQuote) return false;
    const bool line_start = before.kind == CharClass::kNewline;
    if (is_ascii_digit(word.front())) {
      const bool years = word.size() >= 2 && is_ascii_digit(word[1]);
      if (word.size() == 3) return years && word[2] == 's';
      return word.size() == 2 && years && !line_start && !single_open_ && byte(end) != ',';
    }
    if (kElisions.contains(word)) return true;
    return kLowerElisions.contains(word) && is_ascii_lower(word.front()) && !line_start;
  }

  std::string_view view_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t chunk_end_ = 0;
  bool web_ = false;   // the chunk may hold a web address
  bool space_ = true;  // white space stands before the cursor
  bool single_open_ = false;
  bool double_open_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view view) { return Tokenizer(view).run(); }

}  // namespace pullquote::tokens
