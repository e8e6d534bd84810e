#include "edits.h"

#include <algorithm>
#include <cstddef>

#include "utf8.h"

namespace pullquote::text {

namespace {

// Copies a closed draft step by step, so that the map is read once, front to back.
class Copier {
 public:
  Copier(const ViewBuilder& draft, ViewBuilder& out) : draft_(draft), out_(out) {}

  void copy_until(std::uint32_t end) {
    for (; step_ + 1 < draft_.steps.size(); ++step_) {
      const MapStep& step = draft_.steps[step_];
      const std::uint32_t step_end = draft_.steps[step_ + 1].view;
      if (step.view == step_end) {
        out_.nothing({step.byte, step.code_point});
        continue;
      }
      if (at_ >= end) return;
      const std::uint32_t stop = std::min(end, step_end);
      copy_part(step, stop);
      if (stop < step_end) return;
    }
  }

  void replace(const Edit& edit) {
    copy_until(edit.begin);
    const Origin origin = here();
    // One mark for one code point goes on as a run, so that it costs the map no more than it did.
    const MapStep& step = draft_.steps[step_];
    char utf8[4];
    const std::string_view in_view(utf8, encode(edit.with, utf8));
    if (step.view_width != 0 && edit.end - edit.begin == step.view_width) {
      out_.run(in_view, static_cast<std::uint8_t>(in_view.size()), step.byte_width, origin);
    } else {
      out_.piece(in_view, origin);
    }
    at_ = edit.end;
    while (step_ + 1 < draft_.steps.size() && draft_.steps[step_ + 1].view <= at_ && draft_.steps[step_].view < at_)
      ++step_;
  }

 private:
  [[nodiscard]] Origin here() const {
    const MapStep& step = draft_.steps[step_];
    if (step.view_width == 0) return {step.byte, step.code_point};
    const std::uint32_t ahead = (at_ - step.view) / step.view_width;
    return {step.byte + ahead * step.byte_width, step.code_point + ahead};
  }

  void copy_part(const MapStep& step, std::uint32_t stop) {
    const std::string_view part = std::string_view(draft_.view).substr(at_, stop - at_);
    if (step.view_width != 0) {
      out_.run(part, step.view_width, step.byte_width, here());
    } else {
      out_.piece(part, here());
    }
    at_ = stop;
  }

  const ViewBuilder& draft_;
  ViewBuilder& out_;
  std::size_t step_ = 0;
  std::uint32_t at_ = 0;  // in the draft's view
};

}  // namespace

ViewBuilder apply_edits(const ViewBuilder& draft, const std::vector<Edit>& edits) {
  ViewBuilder out;
  out.view.reserve(draft.view.size() + 2 * edits.size());
  out.steps.reserve(draft.steps.size() + 2 * edits.size());
  Copier copier(draft, out);
  for (const Edit& edit : edits) copier.replace(edit);
  copier.copy_until(draft.end());
  out.close({draft.steps.back().byte, draft.steps.back().code_point});
  return out;
}

}  // namespace pullquote::text
