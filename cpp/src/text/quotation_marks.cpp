#include "quotation_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "neighbour.h"
#include "text/unicode.h"

// Few writers type the mark that they mean. A mark that is typed for many things (’ is an apostrophe, a closing mark, a
// foot) is decided by the characters beside it, and by which marks are still open: German closes „ with the “ that
// English opens with, and turns the guillemets of French around. Whatever stays in doubt is left undirected for the
// later stages, which see whole sentences. Each mark is looked at once, and no look goes back further than to the mark
// that it closes, whose state then ends: linear, also for a megabyte of nothing but marks.

namespace pullquote::text {

namespace {

constexpr char32_t kOpen = 0x201C, kClose = 0x201D, kOpenSingle = 0x2018, kCloseSingle = 0x2019;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_alphanumeric(char32_t c) { return is_letter(c) || is_digit(c); }

// Words and years that lose their start to an apostrophe, which a word processor then turns the wrong way: ‘em, ‘90s.
bool starts_elision(std::string_view view, std::size_t at) {
  constexpr std::array<std::string_view, 7> kWords = {"em", "til", "tis", "twas", "n", "cause", "cos"};
  std::array<char, 6> word{};
  std::size_t length = 0;
  while (length < word.size() && at + length < view.size()) {
    const char c = view[at + length];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9')) break;
    word[length++] = letter ? static_cast<char>(c | 0x20) : c;
  }
  if (at + length < view.size()) {
    const char32_t next = decode(view, at + length).code_point;
    if (next == U'-' || is_alphanumeric(next)) return false;
  }
  const auto digit = [&](std::size_t i) { return word[i] >= '0' && word[i] <= '9'; };
  if ((length == 2 || (length == 3 && word[2] == 's')) && digit(0) && digit(1)) return true;
  return std::find(kWords.begin(), kWords.end(), std::string_view(word.data(), length)) != kWords.end();
}

class Settler {
 public:
  explicit Settler(std::string_view view) : view_(view) {}

  std::vector<Edit> settle(const std::vector<std::uint32_t>& marks) {
    for (const std::uint32_t mark : marks) {
      if (mark >= done_) settle_run(mark);
    }
    close_backtick(view_.size());
    // An opening << that nothing closed stays what it was.
    std::erase_if(edits_, [](const Edit& edit) { return edit.with == 0; });
    return std::move(edits_);
  }

 private:
  // One mark, or the same one several times in a row.
  struct Run {
    std::size_t begin;
    std::size_t end;
    char32_t mark;
    std::size_t width;  // bytes of one
    std::size_t count;
    Surroundings beside;
  };

  void settle_run(std::size_t mark) {
    const Decoded first = decode(view_, mark);
    const std::string_view glyph = view_.substr(mark, first.length);
    std::size_t begin = mark;
    while (begin > done_ && first.length == 1 && view_[begin - 1] == glyph[0]) --begin;
    std::size_t end = mark + first.length;
    while (view_.compare(end, glyph.size(), glyph) == 0) end += glyph.size();
    close_backtick(begin);
    done_ = end;
    const Run run{
        begin, end, first.code_point, glyph.size(), (end - begin) / glyph.size(), surroundings(view_, begin, end)};
    straight_ = run.mark == U'\'' && run.count == 1 ? begin : end;
    if (is_mark(run.beside.after.code_point)) return;  // an accent makes it something else
    if (run.count == 1) {
      settle_one(run);
    } else {
      settle_several(run);
    }
  }

  void settle_one(const Run& run) {
    switch (run.mark) {
      case 0x2018:
        return replace(run, opening_single(run));
      case 0x2019:
      case 0x02BC:
        return replace(run, closing_single(run));
      case 0x201B:
      case 0x00B4:
      case 0x2035:
        return replace(run, single_by_neighbours(run));
      case 0x2032:
        if (!is_digit(run.beside.before.code_point)) replace(run, single_by_neighbours(run));
        return;
      case U'`':
        replace(run, single_by_neighbours(run));
        if (!edits_.empty() && edits_.back().begin == run.begin && edits_.back().with == kOpenSingle) backtick_ = true;
        return;
      case 0x02BB:
      case 0xFF07:
        if (run.mark == 0xFF07 || run.beside.joined()) replace(run, U'\'');
        return;
      case 0x201A:
        if (is_comma(run)) return replace(run, U',');
        low_single_ = run.end;
        return replace(run, kOpenSingle);
      case 0x201C:
        return replace(run, opening_double(run));
      case 0x201D:
        return replace(run, run.beside.surely_opens() && !is_open(run.begin) ? kOpen : kClose);
      case 0x201E:
        if (is_comma(run)) return;
        [[fallthrough]];
      case 0x201F:
      case 0x2E42:
        low_ = run.end;
        return replace(run, kOpen);
      case 0x2033:
      case 0x2036:
        if (!is_digit(run.beside.before.code_point)) replace(run, double_by_neighbours(run));
        return;
      case 0xFF02:
        return replace(run, U'"');
      case 0x00AB:
      case 0x00BB:
        return replace(run, guillemet(run, run.mark == 0x00AB, doubles_, kOpen, kClose));
      case 0x2039:
      case 0x203A:
        return replace(run, guillemet(run, run.mark == 0x2039, singles_, kOpenSingle, kCloseSingle));
      default:
        return replace(run, corner_bracket(run.mark));
    }
  }

  // Two singles are one double; of three, the outer two are.
  void settle_several(const Run& run) {
    const bool two = run.count == 2;
    switch (run.mark) {
      case U'\'':
      case 0x2018:
      case 0x2019:
        if (two) return replace(run, is_double_prime(run) ? U'"' : doubled(run));
        if (run.count == 3) settle_three(run);
        return;
      case U'`':
      case 0x00B4:
      case 0x201B:
        if (two) replace(run, doubled(run));
        return;
      case 0x2032:
        if (two) replace(run, is_digit(run.beside.before.code_point) ? 0x2033 : double_by_neighbours(run));
        return;
      case 0x201A:
      case U',':
        if (two && run.beside.surely_opens()) {
          low_ = run.end;
          replace(run, kOpen);
        }
        return;
      case 0x2039:
      case 0x203A:
        if (two) replace(run, guillemet(run, run.mark == 0x2039, doubles_, kOpen, kClose));
        return;
      case U'<':
        if (two && run.beside.surely_opens()) {
          chevrons_ = edits_.size();
          edits_.push_back({static_cast<std::uint32_t>(run.begin), static_cast<std::uint32_t>(run.end), 0});
        }
        return;
      case U'>':
        if (two) close_chevrons(run);
        return;
      default:
        return settle_each(run);
    }
  }

  void settle_each(const Run& run) {
    Run one = run;
    one.count = 1;
    for (std::size_t begin = run.begin; begin < run.end; begin += run.width) {
      one.begin = begin;
      one.end = begin + run.width;
      settle_one(one);
    }
  }

  void settle_three(const Run& run) {
    Run outer = run;
    if (run.beside.closes()) {
      outer.begin += run.width;
      if (run.mark == kOpenSingle) put(run.begin, outer.begin, kCloseSingle);
      replace(outer, kClose);
    } else if (run.beside.opens()) {
      outer.end -= run.width;
      replace(outer, kOpen);
    }
  }

  [[nodiscard]] char32_t opening_single(const Run& run) {
    if (run.beside.joined() || starts_elision(view_, run.end)) return U'\'';
    const bool closes_low = !run.beside.surely_opens() && take_low(low_single_, run.begin);
    return closes_low || run.beside.surely_closes() ? kCloseSingle : kOpenSingle;
  }

  [[nodiscard]] static char32_t closing_single(const Run& run) {
    if (run.beside.joined()) return U'\'';
    const bool before_word = run.beside.after.side == Side::kWord && run.beside.before.side != Side::kWord &&
                             run.beside.before.side != Side::kCloser;
    return before_word ? U'\'' : kCloseSingle;
  }

  // Of marks that are not quotation marks at all; what does not look like one stays.
  [[nodiscard]] static char32_t single_by_neighbours(const Run& run) {
    if (run.beside.joined()) return U'\'';
    if (run.beside.opens()) return kOpenSingle;
    return run.beside.closes() && run.beside.before.side != Side::kSpace ? kCloseSingle : run.mark;
  }

  [[nodiscard]] char32_t double_by_neighbours(const Run& run) {
    if (run.beside.opens()) return kOpen;
    return run.beside.closes() || is_open(run.begin) ? kClose : U'"';
  }

  // The direction of a doubled single counts only where the neighbours are silent.
  [[nodiscard]] char32_t doubled(const Run& run) {
    const char32_t by_neighbours = double_by_neighbours(run);
    if (by_neighbours != U'"' || run.mark == U'\'' || run.mark == 0x00B4) return by_neighbours;
    return run.mark == 0x2019 ? kClose : kOpen;
  }

  [[nodiscard]] char32_t opening_double(const Run& run) {
    if (!run.beside.surely_opens() && take_low(low_, run.begin)) return kClose;
    if (!run.beside.surely_closes()) return kOpen;
    // `…,” he said.“ We …`: the space slipped to the wrong side of the mark.
    const bool slipped = run.beside.before.side == Side::kCloser && run.beside.after.side == Side::kSpace;
    return slipped && !is_open(run.begin) ? kOpen : kClose;
  }

  // „ and ‚ are also what an outdated code page made of commas.
  [[nodiscard]] static bool is_comma(const Run& run) {
    return run.beside.before.side == Side::kWord && run.beside.after.side == Side::kSpace;
  }

  // 6'2'' is a height.
  [[nodiscard]] bool is_double_prime(const Run& run) const {
    std::size_t at = run.begin;
    while (at > 0 && run.begin - at < 3 && is_digit(static_cast<unsigned char>(view_[at - 1]))) --at;
    if (at == run.begin) return false;
    const Neighbour mark = neighbour_before(view_, at);
    if (mark.code_point != U'\'' && mark.code_point != 0x2019 && mark.code_point != 0x2032) return false;
    const std::size_t before_mark = at - (mark.code_point == U'\'' ? 1 : 3);
    return is_digit(neighbour_before(view_, before_mark).code_point);
  }

  // French opens with « and may set it off by spaces, German opens with » and sets none, Swedish uses » for both. One
  // that is alone between spaces is an arrow of a menu. `open` is the mark that is open in this text, if any.
  [[nodiscard]] static char32_t guillemet(const Run& run, bool left, char& open, char32_t opening, char32_t closing) {
    const Surroundings& beside = run.beside;
    const bool tight = beside.before.side != Side::kSpace;
    if (left) {
      if (beside.surely_closes() || (open == '>' && tight && !beside.opens())) {
        open = 0;
        return closing;
      }
      open = '<';
      return opening;
    }
    if (open != '<' && beside.opens()) {
      open = '>';
      return opening;
    }
    if (open == 0 && !tight && beside.after.side == Side::kSpace) return run.mark;
    open = 0;
    return closing;
  }

  [[nodiscard]] static char32_t corner_bracket(char32_t mark) {
    switch (mark) {
      case 0x300C:
      case 0xFE41:
      case 0xFF62:
      case 0x301D:
        return kOpen;
      case 0x300D:
      case 0xFE42:
      case 0xFF63:
      case 0x301E:
      case 0x301F:
        return kClose;
      case 0x300E:
      case 0xFE43:
        return kOpenSingle;
      case 0x300F:
      case 0xFE44:
        return kCloseSingle;
      default:
        return mark;
    }
  }

  [[nodiscard]] bool same_paragraph(std::size_t begin, std::size_t end) const {
    return view_.substr(begin, end - begin).find("\n\n") == std::string_view::npos;
  }

  // Whether a “ is open in this paragraph.
  bool is_open(std::size_t at) {
    if (open_ != kNone) open_ = same_paragraph(open_, at) ? at : kNone;  // so that no text is searched twice
    return open_ != kNone;
  }

  // Whether a „ (or ‚) is open in this paragraph; it no longer is afterwards.
  bool take_low(std::size_t& open, std::size_t at) const {
    const std::size_t low = open;
    open = kNone;
    return low != kNone && same_paragraph(low, at);
  }

  void close_chevrons(const Run& run) {
    const Side before = run.beside.before.side;
    if (chevrons_ == kNone || (before != Side::kWord && before != Side::kCloser)) return;
    Edit& opening = edits_[chevrons_];
    chevrons_ = kNone;
    if (!same_paragraph(opening.end, run.begin)) return;
    opening.with = kOpen;
    replace(run, kClose);
  }

  // After `word the straight marks that end words close, up to `end`, to the end of the paragraph or to a mark that
  // opens.
  void close_backtick(std::size_t end) {
    for (; backtick_ && straight_ < end; ++straight_) {
      if (view_[straight_] == '\n') {
        backtick_ = view_.substr(straight_, 2) != "\n\n";
      } else if (view_[straight_] == '\'') {
        const Surroundings beside = surroundings(view_, straight_, straight_ + 1);
        if (beside.closes()) put(straight_, straight_ + 1, kCloseSingle);
        backtick_ = !beside.opens();
      }
    }
  }

  void replace(const Run& run, char32_t with) {
    if (with == kOpen) open_ = run.end;
    if (with == kClose) open_ = kNone;
    if (run.end - run.begin != run.width || with != run.mark) put(run.begin, run.end, with);
  }
  void put(std::size_t begin, std::size_t end, char32_t with) {
    edits_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), with});
  }

  std::string_view view_;
  std::vector<Edit> edits_;
  std::size_t done_ = 0;      // all before is settled
  std::size_t straight_ = 0;  // where to look for the next straight mark that a backtick may have opened
  bool backtick_ = false;     // a backtick is open
  std::size_t open_ = kNone;  // after the last “ that no ” closed, or further on in its paragraph
  std::size_t low_ = kNone, low_single_ = kNone;  // the end of an open „, of an open ‚
  std::size_t chevrons_ = kNone;                  // the edit of an open <<
  char doubles_ = 0, singles_ = 0;                // the guillemet that is open: '<', '>' or 0
};

}  // namespace

std::vector<Edit> settle_marks(std::string_view view, const std::vector<std::uint32_t>& marks) {
  return Settler(view).settle(marks);
}

}  // namespace pullquote::text
