;;; emacs.el --- Does in Emacs what the story asks for, with the commands that a person runs  -*- lexical-binding: t; -*-

;; Asked with `emacsclient --eval (story-answer "…")': a function below and its arguments, as JSON in Base64, and so is
;; the answer. Lines count from 0, columns are code points.

(require 'json)
(require 'eglot)

(setq make-backup-files nil
      auto-save-default nil
      create-lockfiles nil)

(defun story-answer (request)
  "Call the function that REQUEST names, and return what it returns."
  (let* ((json-array-type 'list)
         (text (decode-coding-string (base64-decode-string request) 'utf-8))
         (call (json-read-from-string text))
         (answer (condition-case failure
                     (list (cons 'value (apply (intern (concat "story-" (car call))) (cdr call))))
                   (error (list (cons 'failure (error-message-string failure)))))))
    (base64-encode-string (encode-coding-string (json-encode answer) 'utf-8) t)))

(defun story-keys (keys &rest texts)
  "Press KEYS in the current buffer, then type each of TEXTS and Return."
  (execute-kbd-macro
   (vconcat (kbd keys) (apply #'vconcat (mapcar (lambda (text) (vconcat text (kbd "RET"))) texts)))))

(defun story-go (name line column)
  "Show the file NAME with the cursor at LINE and COLUMN."
  (switch-to-buffer name)
  (goto-char (point-min))
  (forward-line line)
  (forward-char column))

(defun story-version ()
  (format "Emacs %s" emacs-version))

(defun story-open (path)
  (story-keys "C-x C-f" path)
  t)

(defun story-text (name)
  (with-current-buffer name (buffer-substring-no-properties (point-min) (point-max))))

(defun story-problems (name)
  "The problems that Flymake shows in the file NAME."
  (switch-to-buffer name)
  ;; Flymake starts when the buffer is drawn, and a daemon draws nothing.
  (unless (flymake-running-backends) (flymake-start))
  (vconcat
   (mapcar (lambda (problem)
             (let ((start (flymake-diagnostic-beg problem)))
               (list (cons 'line (1- (line-number-at-pos start)))
                     (cons 'text (buffer-substring-no-properties start (flymake-diagnostic-end problem)))
                     (cons 'severity (flymake-diagnostic-type problem))
                     (cons 'message (flymake-diagnostic-text problem)))))
           (flymake-diagnostics))))

(defun story-help (name line column)
  (story-go name line column)
  (story-keys "M-x" "eldoc")
  t)

(defun story-shown ()
  (if (buffer-live-p eldoc--doc-buffer)
      (with-current-buffer eldoc--doc-buffer (buffer-substring-no-properties (point-min) (point-max)))
    ""))

(defun story-write (name line column text)
  (story-go name line column)
  (insert text)
  t)

(defun story-delete (name line column count)
  (story-go name line column)
  (delete-char count)
  t)

(defun story-complete (name line column choice)
  "Ask for completions, and take CHOICE where there are several."
  (story-go name line column)
  (when (get-buffer "*Completions*") (kill-buffer "*Completions*"))
  ;; Not by keys: Eglot gives up its request when more of them wait.
  (call-interactively #'completion-at-point)
  (when (get-buffer "*Completions*")
    (switch-to-completions)
    (goto-char (point-min))
    (let ((case-fold-search nil))
      (when (re-search-forward (concat "^" (regexp-quote choice) "\\_>") nil t)
        (goto-char (match-beginning 0))
        (call-interactively #'choose-completion))))
  t)

(defun story-fix (name line column title)
  (story-go name line column)
  (story-keys "M-x" "eglot-code-actions" title)
  t)

(defun story-fix-all (name kind)
  (story-go name 0 0)
  (story-keys "C-u M-x" "eglot-code-actions" kind)
  t)

(defun story-rename (name line column new)
  (story-go name line column)
  (story-keys "M-x" "eglot-rename" new)
  t)

(defun story-definition (name line column)
  (story-go name line column)
  (story-keys "M-.")
  (list (cons 'file (file-name-nondirectory buffer-file-name))
        (cons 'line (1- (line-number-at-pos)))))

(defun story-save (name)
  (switch-to-buffer name)
  (story-keys "C-x C-s")
  t)

;;; emacs.el ends here
